"""stand-in"""

from fractions import Fraction

from wardstats.figures.intervals import Interval
from wardstats.figures.relations import *
from wardstats.figures.rounding import Rounding
from wardstats.figures.values import Undefined
from wardstats.prose.claims import ClaimKind
from wardstats.prose.layout import lay_out
from wardstats.prose.patterns import claims_of as read_page


class Proof:
    def __init__(self, claims):
        self.claims = claims

    def records(self):
        return [r for c in self.claims if (r := record(c))]


def point(c):
    vals = {m.key: Fraction(m.value) for m in c.inputs}
    rel = c.relations[0]
    if len(c.relations) > 1:
        s = c.relations[1]
        hid = c.hidden[0]
        a = s.solve(hid, vals)
        vals[hid] = a
    return rel.solve(c.stated.key, vals)


def record(c):
    base = dict(kind=c.kind.value, start=c.start, end=c.end, stated=c.stated.text, exact=None)
    if not c.relations:
        return base | {"verdict": "not-checkable"}
    if c.kind is ClaimKind.SUM:
        r = c.relations[0]
        V = {m.key: Fraction(m.value) for m in c.inputs}
        e = sum(V[k] for k in r.parts) - sum(V[k] for k in r.minus)
        if (c.figure or c.stated.figure).value == e:
            v = "fits"
        elif e > c.stated.value:
            v = "does-not-fit"
        else:
            v = "does-not-fit" if c.relations[0].exhaustive else "not-checkable"
        from wardstats.prose.breakdowns import adds_up

        if not r.minus and adds_up(c.stated, c.inputs):
            v = "fits"
        return base | {"exact": str(e / 10**c.stated.figure.scale), "verdict": v}
    if c.kind is ClaimKind.TARGET:
        r = c.relations[0]
        a = r.solve(r.judgement, {m.key: m.figure for m in c.inputs})
        from wardstats.figures.values import held

        ok = isinstance(a, Interval) and (a & held(c.figure)) is not None
        return base | {"verdict": "fits" if ok else "does-not-fit", "exact": ""}
    a = point(c)
    st = c.figure or c.stated.figure
    if isinstance(a, Undefined):
        return base | {"verdict": "not-checkable"}
    e = a.point
    f = st.fits(e)
    if Rounding.HALF_UP in f:
        v = "fits"
    else:
        vals = {
            m.key: m.figure.interval()
            if m.figure.places or m.figure.scale or m.is_bounded
            else m.value
            for m in c.inputs
        }
        if len(c.relations) > 1:
            vals[c.hidden[0]] = c.relations[1].solve(c.hidden[0], vals)
        iv = c.relations[0].solve(c.stated.key, vals)
        g = st.fits(iv) if isinstance(iv, Interval) else frozenset()
        if Rounding.TRUNCATE in f:
            v = "truncated"
        elif Rounding.HALF_UP in g:
            v = "not-checkable"
        else:
            v = "does-not-fit"
        if v == "truncated" and Rounding.HALF_UP in g:
            v = "not-checkable"
    return base | {"exact": str(e), "verdict": v}


def proofread(text):
    return Proof(read_page(lay_out(text)))
