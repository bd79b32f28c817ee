"""The words that matter around figures: what names, dates, measures and units are told by."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Make a set of phrases, each the words between two bars."""
    return frozenset(tuple(each.split()) for each in text.split("|"))


# ---------------------------------------------------------------- before a number that is none

# A place or a room bears a number: "Phường 2", "khu phố 5".
NAMING = words(
    "phường xã thôn xóm ấp quận khóm buôn kp tdp phố khối bản tổ đội khu khoảnh ngõ hẻm "
    "kiệt lộ đường tầng phòng kênh lô thửa"
)
# "nông thôn 571 hộ" names no hamlet.
NOT_NAMING = frozenset({("nông", "thôn"), ("toàn", "xã"), ("toàn", "phường"), ("thành", "phố")})
# The order or class of something: "thứ 5", "loại 1", "giai đoạn 2".
ORDINALS = words("thứ loại hạng cấp độ mức khóa khoá nhóm bậc lớp vòng đoạn đợt bước")
# "thương binh 1/4" is a class, too.
CLASSED = frozenset({"binh"})
ARTICLES = words("điều khoản mục chương lục biểu mẫu tiết")
# "bão số 10", but "tổng số 10".
NUMBERED = "số"
COUNTED_BEFORE = words("tổng trong con với một là trên được đạt có")
DAYS = words("ngày sáng chiều tối đêm hôm trưa")
DAY_BOUNDS = words("đến từ trước sau qua")
YEARS = words("năm kỳ thức niên khóa khoá đầu cuối vụ")
RANKED = words("xếp đứng hạng")
LABELS_UP_TO = 30
CLASSES_UP_TO = 12

# ---------------------------------------------------------------- after a number

SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9, "nghìn tỷ": 12, "ngàn tỷ": 12}
MEASURES = words(
    "ha tấn tạ kg yến km m m2 m² m3 m³ km2 cm mm lít kwh mw đồng đ usd vnđ vnd đô con cây "
    "quả trứng liều bao"
)
PER = words("ha kg người năm tháng ngày hộ lượt km m2 tấn giờ xã")
MONEY = words("đồng đ vnđ vnd")
# What a rate is taken of or a sum is made of is named by its first word, or by two of them.
COMPOUNDS = phrases(
    "hồ sơ|thủ tục|đơn vị|đơn thư|trường hợp|tổ chức|tổ hợp|hội viên|hội nghị|"
    "cơ sở|cơ quan|công dân|công chức|công an|công trình|công việc|công ty|cán bộ|"
    "cử tri|đại biểu|đại diện|lao động|học sinh|sinh viên|giáo viên|thanh niên|"
    "phụ nữ|đảng viên|đoàn viên|đảng bộ|đồng chí|đối tượng|bệnh nhân|thí sinh|"
    "nhân khẩu|viên chức|sản phẩm|tiêu chí|chỉ tiêu|ý kiến|kiến nghị|văn bản|"
    "nhiệm vụ|chi bộ|chi hội|khu phố|tổ dân|lĩnh vực|dự án|gia đình|gia cầm|"
    "gia súc|doanh nghiệp|hộ dân|tuyến đường|người dân|bị cáo|trẻ em|thành viên|"
    "chức danh|vị trí|phản ánh|khiếu nại|tố cáo|quyết định|sáng kiến|mô hình"
)
PEOPLE = phrases(
    "người|cử tri|đại biểu|đại diện|công dân|thanh niên|cán bộ|công chức|viên chức|"
    "học sinh|sinh viên|trẻ|trẻ em|cháu|em|lao động|hội viên|đảng viên|đoàn viên|"
    "cụ|đồng chí|đ/c|thí sinh|bệnh nhân|cbcc|nhân khẩu|giáo viên|phụ nữ|nam|nữ|"
    "thành viên|người dân|khẩu|quân nhân|chiến sĩ|chiến sỹ|bị cáo|đối tượng|ông|bà"
)
# One abbreviation for dossiers and for pupils.
EITHER: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {
    ("hs",): (("hồ", "sơ"), ("học", "sinh"))
}
SAME_UNITS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("hộ", "dân"): ("hộ",),
    ("ngàn",): ("nghìn",),
    ("đ",): ("đồng",),
    ("vnđ",): ("đồng",),
    ("vnd",): ("đồng",),
    ("tthc",): ("thủ", "tục"),
}

# ---------------------------------------------------------------- around figures

# Words that no unit begins with or contains: the name of what is counted ends before them.
UNIT_ENDS = words(
    "đạt chiếm tăng giảm so trong được đã đang có là và với thuộc của tại ở do bị bằng "
    "vượt còn từ trên dưới hơn gần khoảng ước theo để cho đến tới về như gồm bao trở nên "
    "thì này khi mà hoặc nhưng tương cùng không chưa năm tháng quý năng sản thụ giải lũy "
    "trung chỉ mới riêng đối nay hiện kết"
)
ROUNDED_BY = words("khoảng ước độ chừng")
ROUGH = words("khoảng chừng độ")
FLOORS = words("trên hơn")
CEILINGS = frozenset({"gần"})
RISES = words("tăng vượt")
FALLS = words("giảm hụt")
LEVELS = words("đạt chiếm bằng")
