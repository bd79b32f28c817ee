from wardstats.prose.proof import proofread
