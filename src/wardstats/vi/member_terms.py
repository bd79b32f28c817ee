"""The Vietnamese of every enumeration member: the term printed, then others that are read.

What is spelled otherwise needs no entry, and what is a synonym in every term has one of its own.
"""

from wardstats.figures.breakdowns import Shares
from wardstats.figures.rounding import Reach, Rounding, StatedKind
from wardstats.figures.targets import NotAssessed, Verdict
from wardstats.figures.typed import Code
from wardstats.figures.values import FigureKind, Reason
from wardstats.ward.dossiers import (
    Channel,
    Competence,
    DossierStatus,
    EarlyBoundary,
    OnlineLevel,
)
from wardstats.ward.indicator_targets import Judges
from wardstats.ward.localities import LocalityKind
from wardstats.ward.neighbourhoods import NeighbourhoodClass, NeighbourhoodKind
from wardstats.ward.poverty_lines import Area, PovertyClass
from wardstats.ward.ratings import QualityRating
from wardstats.ward.registers import FeedbackKind, LetterKind
from wardstats.ward.staff import PoliticalTheory, Qualification, StaffGroup
from wardstats.ward.training import Trainee
from wardstats.ward.votes import VoteBase, VoteMatter

MEMBER_TERMS: dict[Code, tuple[str, ...]] = {
    # figures
    Rounding.HALF_UP: ("làm tròn", "làm tròn nửa lên"),
    Rounding.HALF_EVEN: ("làm tròn về số chẵn", "làm tròn nửa về số chẵn"),
    Rounding.TRUNCATE: ("cắt bớt", "cắt bỏ", "cắt bớt chữ số thập phân"),
    Rounding.UP: ("làm tròn lên",),
    StatedKind.NUMBER: ("số", "con số"),
    StatedKind.PERCENT: ("phần trăm", "%"),
    StatedKind.PER_MILLE: ("phần nghìn", "phần ngàn", "‰", "%o"),
    StatedKind.POINTS: ("điểm phần trăm", "điểm %"),
    Reach.ROUNDED: ("làm tròn",),
    Reach.AT_LEAST: ("trở lên", "từ … trở lên", "ít nhất", "tối thiểu", "không dưới"),
    Reach.MORE_THAN: ("trên", "hơn"),
    Reach.NEARLY: ("gần",),
    Shares.ONE_BY_ONE: ("làm tròn từng tỷ trọng",),
    Shares.LARGEST_REMAINDER: ("làm tròn theo số dư lớn nhất", "số dư lớn nhất"),
    Verdict.NOT_MET: (
        "không đạt chỉ tiêu",
        "không đạt",
        "chưa đạt",
        "chưa đạt chỉ tiêu",
        "không hoàn thành",
        "chưa hoàn thành",
    ),
    Verdict.MET: ("đạt chỉ tiêu", "đạt", "đạt kế hoạch", "hoàn thành", "hoàn thành chỉ tiêu"),
    Verdict.EXCEEDED: ("vượt chỉ tiêu", "vượt", "vượt kế hoạch"),
    Verdict.NOT_ASSESSED: ("chưa đánh giá", "không đánh giá"),
    NotAssessed.NO_VALUE: ("chưa có số liệu", "không có số liệu"),
    NotAssessed.NOTHING_AROSE: ("không phát sinh",),
    NotAssessed.ROUNDING: ("số liệu đã làm tròn", "do làm tròn"),
    FigureKind.COUNT: ("số lượng",),
    FigureKind.AMOUNT: ("giá trị",),
    FigureKind.PERCENT: ("tỷ lệ phần trăm", "tỷ lệ", "phần trăm", "%"),
    FigureKind.PER_MILLE: ("tỷ suất phần nghìn", "tỷ suất", "phần nghìn", "‰", "%o"),
    FigureKind.POINTS: ("điểm phần trăm", "điểm %"),
    FigureKind.VERDICT: ("kết quả đánh giá", "đánh giá"),
    Reason.NOTHING_AROSE: ("không phát sinh",),
    Reason.IMPOSSIBLE: ("không có giá trị phù hợp",),
    Reason.NOT_COUNTED: ("chưa thống kê", "không thống kê", "chưa có số liệu", "không có số liệu"),
    # dossiers
    Channel.ONLINE: ("trực tuyến", "tiếp nhận trực tuyến"),
    Channel.IN_PERSON: ("trực tiếp", "tiếp nhận trực tiếp"),
    Channel.POSTAL: ("dịch vụ bưu chính", "qua bưu chính", "tiếp nhận qua bưu chính"),
    OnlineLevel.FULL: ("toàn trình", "trực tuyến toàn trình"),
    OnlineLevel.PARTIAL: ("một phần", "trực tuyến một phần"),
    OnlineLevel.NONE: ("không trực tuyến", "chưa trực tuyến"),
    Competence.COMMUNE: ("cấp xã", "thẩm quyền cấp xã"),
    Competence.PROVINCE: ("cấp tỉnh", "thẩm quyền cấp tỉnh"),
    Competence.VERTICAL_SECTOR: ("ngành dọc", "cơ quan ngành dọc"),
    DossierStatus.NOT_RECEIVED: ("chưa tiếp nhận",),
    DossierStatus.EARLY: ("trước hạn", "đã giải quyết trước hạn", "giải quyết trước hạn"),
    DossierStatus.ON_TIME: ("đúng hạn", "đã giải quyết đúng hạn", "giải quyết đúng hạn"),
    DossierStatus.OVERDUE: ("quá hạn", "đã giải quyết quá hạn", "giải quyết quá hạn"),
    DossierStatus.PENDING_WITHIN_DEADLINE: (
        "đang giải quyết trong hạn",
        "đang giải quyết còn trong hạn",
        "trong hạn",
        "còn trong hạn",
    ),
    DossierStatus.PENDING_OVERDUE: ("đang giải quyết quá hạn", "đang giải quyết đã quá hạn"),
    EarlyBoundary.BEFORE_DUE_DATE: ("trước ngày hẹn trả",),
    EarlyBoundary.ON_DUE_DATE: ("đến hết ngày hẹn trả",),
    # reception
    LetterKind.COMPLAINT: ("khiếu nại", "đơn khiếu nại"),
    LetterKind.DENUNCIATION: ("tố cáo", "đơn tố cáo"),
    LetterKind.PETITION: (
        "kiến nghị, phản ánh",
        "phản ánh, kiến nghị",
        "kiến nghị",
        "phản ánh",
        "đơn kiến nghị, phản ánh",
        "đơn phản ánh, kiến nghị",
        "đơn kiến nghị",
        "đơn phản ánh",
    ),
    FeedbackKind.RULES: (
        "quy định hành chính",
        "về quy định hành chính",
        "quy định, thủ tục hành chính",
    ),
    FeedbackKind.CONDUCT: (
        "hành vi của cán bộ, công chức",
        "hành vi cán bộ, công chức",
        "hành vi hành chính",
        "về hành vi hành chính",
    ),
    # people
    StaffGroup.CADRE: ("cán bộ",),
    StaffGroup.CIVIL_SERVANT: ("công chức",),
    StaffGroup.CONTRACT: ("lao động hợp đồng", "hợp đồng lao động", "hợp đồng"),
    Qualification.DOCTORATE: ("tiến sĩ", "trình độ tiến sĩ"),
    Qualification.MASTER: ("thạc sĩ", "trình độ thạc sĩ"),
    Qualification.UNIVERSITY: ("đại học", "trình độ đại học"),
    Qualification.COLLEGE: ("cao đẳng", "trình độ cao đẳng"),
    Qualification.INTERMEDIATE: ("trung cấp", "trình độ trung cấp"),
    Qualification.BASIC: ("sơ cấp", "trình độ sơ cấp"),
    Qualification.NONE: ("chưa qua đào tạo", "chưa đào tạo"),
    PoliticalTheory.ADVANCED: ("cao cấp", "cao cấp lý luận chính trị"),
    PoliticalTheory.INTERMEDIATE: ("trung cấp", "trung cấp lý luận chính trị"),
    PoliticalTheory.BASIC: ("sơ cấp", "sơ cấp lý luận chính trị"),
    PoliticalTheory.NONE: ("chưa qua đào tạo", "chưa đào tạo"),
    QualityRating.EXCELLENT: ("hoàn thành xuất sắc nhiệm vụ", "hoàn thành xuất sắc", "HTXSNV"),
    QualityRating.GOOD: ("hoàn thành tốt nhiệm vụ", "hoàn thành tốt", "HTTNV"),
    QualityRating.COMPLETED: ("hoàn thành nhiệm vụ", "hoàn thành", "HTNV"),
    QualityRating.NOT_COMPLETED: ("không hoàn thành nhiệm vụ", "không hoàn thành", "KHTNV"),
    Trainee.CADRE: ("cán bộ",),
    Trainee.CIVIL_SERVANT: ("công chức",),
    Trainee.CADRE_OR_CIVIL_SERVANT: ("cán bộ, công chức",),
    Trainee.CONTRACT: ("lao động hợp đồng", "hợp đồng lao động", "hợp đồng"),
    Trainee.PART_TIME_STAFF: ("người hoạt động không chuyên trách", "không chuyên trách"),
    Trainee.DIRECT_PARTICIPANT: (
        "người trực tiếp tham gia hoạt động ở thôn, tổ dân phố",
        "người trực tiếp tham gia hoạt động ở thôn",
        "người trực tiếp tham gia hoạt động ở tổ dân phố",
        "người trực tiếp tham gia hoạt động",
    ),
    Trainee.COUNCIL_STANDING: ("Thường trực Hội đồng nhân dân",),
    Trainee.COUNCIL_COMMITTEE: (
        "Ban của Hội đồng nhân dân",
        "các Ban của Hội đồng nhân dân",
        "Ban Hội đồng nhân dân",
        "các Ban Hội đồng nhân dân",
    ),
    Trainee.OTHER: ("đối tượng khác", "khác"),
    Area.RURAL: ("nông thôn", "khu vực nông thôn"),
    Area.URBAN: ("thành thị", "khu vực thành thị", "đô thị"),
    PovertyClass.POOR: ("hộ nghèo", "nghèo"),
    PovertyClass.NEAR_POOR: ("hộ cận nghèo", "cận nghèo"),
    PovertyClass.NOT_POOR: (
        "hộ không thuộc diện nghèo, cận nghèo",
        "không thuộc diện nghèo, cận nghèo",
        "hộ không nghèo",
        "không nghèo",
        "hộ có mức sống trung bình",
    ),
    # places
    LocalityKind.WARD: ("phường",),
    LocalityKind.COMMUNE: ("xã",),
    LocalityKind.SPECIAL_ZONE: ("đặc khu",),
    LocalityKind.TOWNSHIP: ("thị trấn",),
    NeighbourhoodKind.THON: ("thôn", "làng", "ấp", "bản", "buôn", "bon", "phum", "sóc"),
    NeighbourhoodKind.TO_DAN_PHO: ("tổ dân phố", "khu phố", "khối phố", "khóm", "tiểu khu"),
    NeighbourhoodClass.CLASS_1: ("loại 1", "loại I"),
    NeighbourhoodClass.CLASS_2: ("loại 2", "loại II"),
    NeighbourhoodClass.CLASS_3: ("loại 3", "loại III"),
    VoteBase.ALL_REPRESENTATIVES: ("tổng số đại diện hộ gia đình", "toàn thể đại diện hộ gia đình"),
    VoteBase.ATTENDING: ("số đại diện hộ gia đình dự họp", "đại diện hộ gia đình dự họp"),
    VoteBase.VALID_BALLOTS: ("số phiếu hợp lệ", "phiếu hợp lệ"),
    VoteMatter.CONTRIBUTIONS: (
        "đóng góp xây dựng cơ sở hạ tầng, công trình công cộng",
        "đóng góp xây dựng cơ sở hạ tầng",
        "đóng góp xây dựng công trình công cộng",
    ),
    VoteMatter.CONVENTION: ("hương ước, quy ước", "hương ước", "quy ước"),
    VoteMatter.PROCEEDINGS: (
        "hình thức biểu quyết, ban kiểm phiếu, thư ký cuộc họp",
        "thể thức cuộc họp",
    ),
    # indicators
    Judges.VALUE: ("giá trị",),
    Judges.RATE: ("tỷ lệ",),
    Judges.GROWTH: ("tốc độ tăng", "tốc độ tăng trưởng"),
    Judges.POINT_CHANGE: ("chênh lệch điểm phần trăm", "điểm phần trăm"),
}

# Texts in use that stand for several members at once, and so for none.
SEVERAL: tuple[tuple[str, tuple[Code, ...]], ...] = (
    ("cơ bản đạt", (Verdict.NOT_MET, Verdict.MET)),
    ("xấp xỉ đạt", (Verdict.NOT_MET, Verdict.MET)),
    ("đạt và vượt", (Verdict.MET, Verdict.EXCEEDED)),
    ("đạt và vượt chỉ tiêu", (Verdict.MET, Verdict.EXCEEDED)),
    ("trực tiếp, dịch vụ bưu chính", (Channel.IN_PERSON, Channel.POSTAL)),
    ("đã giải quyết", (DossierStatus.EARLY, DossierStatus.ON_TIME, DossierStatus.OVERDUE)),
    (
        "đang giải quyết",
        (DossierStatus.PENDING_WITHIN_DEADLINE, DossierStatus.PENDING_OVERDUE),
    ),
    ("khiếu nại, tố cáo", (LetterKind.COMPLAINT, LetterKind.DENUNCIATION)),
    ("cán bộ, công chức", (StaffGroup.CADRE, StaffGroup.CIVIL_SERVANT)),
    ("sau đại học", (Qualification.DOCTORATE, Qualification.MASTER)),
    ("hộ nghèo đa chiều", (PovertyClass.POOR, PovertyClass.NEAR_POOR)),
    ("nghèo đa chiều", (PovertyClass.POOR, PovertyClass.NEAR_POOR)),
)

# Synonyms within any term, and what is printed for them; applied in this order.
SYNONYMS = (
    ("trễ hạn", "quá hạn"),
    ("trễ hẹn", "quá hạn"),
    ("chậm hạn", "quá hạn"),
    ("trước hẹn", "trước hạn"),
    ("đúng hẹn", "đúng hạn"),
    ("trong hẹn", "trong hạn"),
    ("xử lý", "giải quyết"),
    ("BCCI", "bưu chính"),
    ("bưu chính công ích", "bưu chính"),
    ("dịch vụ bưu chính", "bưu chính"),
    ("dịch vụ công trực tuyến", "trực tuyến"),
    ("CBCC", "cán bộ, công chức"),
    ("NHĐKCT", "người hoạt động không chuyên trách"),
    ("LLCT", "lý luận chính trị"),
    ("HĐND", "Hội đồng nhân dân"),
    ("TDP", "tổ dân phố"),
)
