"""The sentences of findings, checks and causes, in Vietnamese and English.

Each says what the report prints and what its own figures make, and asks to look again; none says
that anybody is wrong. What stands in braces is filled in by `wording`.
"""

from __future__ import annotations

from wardstats.audit.causes import Cause
from wardstats.audit.checks import Fit, Unchecked
from wardstats.audit.findings import FindingCode, Severity

F = FindingCode

FINDINGS: dict[str, dict[FindingCode, str]] = {
    "vi": {
        F.RATE_DIFFERS: "Tỷ lệ {stated} chưa khớp số liệu đi kèm: {quotient} = {right}; "
        "đề nghị kiểm tra lại.",
        F.COMPLETION_DIFFERS: "Tỷ lệ {stated} chưa khớp số liệu đi kèm: {quotient} = {right}; "
        "đề nghị kiểm tra lại.",
        F.GROWTH_DIFFERS: "Mức thay đổi “{stated}” chưa khớp số liệu hai kỳ: {current} so với "
        "{previous} là {right}; đề nghị kiểm tra lại.",
        F.POINTS_DIFFER: "Mức chênh lệch “{stated}” chưa khớp hai tỷ lệ đi kèm: {current} so với "
        "{previous} là {right}; đề nghị kiểm tra lại.",
        F.PRODUCT_DIFFERS: "Số {stated} chưa khớp tích của các số liệu đi kèm: {factors} = "
        "{right}; đề nghị kiểm tra lại.",
        F.PARTS_EXCEED: "Các thành phần cộng được {right}, nhiều hơn tổng số {total}{gap}; "
        "đề nghị rà soát.",
        F.PARTS_FALL_SHORT: "Các thành phần cộng được {right}, ít hơn tổng số {total}{gap}; "
        "đề nghị rà soát.",
        F.BOUND_BROKEN: "{lesser_term} ({lesser}) không thể lớn hơn {greater_term} ({greater}); "
        "đề nghị kiểm tra lại.",
        F.COUNT_DIFFERS: "{term}: báo cáo ghi {stated}, số liệu thống kê là {right}; "
        "đề nghị kiểm tra lại.",
        F.PRINTED_DIFFERENTLY: "Cùng một số liệu nhưng ghi {places}; đề nghị thống nhất hoặc "
        "nêu rõ phạm vi.",
        F.ONE_FIGURE: "Số {stated} ({term}) chưa khớp nhiều số liệu liên quan; nếu là {right} "
        "thì các số liệu đó đều khớp; đề nghị kiểm tra lại.",
        F.RULE_BROKEN: "{term}: báo cáo ghi {stated}, theo các số liệu liên quan là {right}; "
        "đề nghị kiểm tra lại.",
        F.CALLED_MET: "Báo cáo ghi “{stated}” nhưng kết quả {actual} {misses} chỉ tiêu "
        "{bound}{shortfall}.",
        F.CALLED_NOT_MET: "Báo cáo ghi “{stated}” nhưng kết quả {actual} đã đạt chỉ tiêu {bound}; "
        "đề nghị kiểm tra lại.",
        F.CALLED_EXCEEDED: "Báo cáo ghi “{stated}” nhưng kết quả {actual} mới đạt, chưa vượt chỉ "
        "tiêu {bound}; đề nghị kiểm tra lại.",
        F.MET_BY_ROUNDING: "Giá trị chính xác {actual} chưa đạt chỉ tiêu {bound}; chỉ “đạt” do "
        "làm tròn khi in.",
        F.NOT_ALL: "Báo cáo ghi {stated} nhưng số liệu đi kèm là {quotient} = {value}{rest}; "
        "đề nghị ghi rõ.",
        F.NOTHING_AROSE: "Báo cáo ghi {stated} nhưng mẫu số bằng 0; nên ghi “không phát sinh”.",
        F.IMPOSSIBLE: "{term} ghi {stated}, nhưng với các số liệu đi kèm thì không có giá trị nào "
        "phù hợp; đề nghị kiểm tra lại.",
        F.IN_QUESTION: "{members} chưa phù hợp với nhau nếu cùng nói về một đối tượng; đề nghị "
        "nêu rõ phạm vi.",
        F.PERCENT_FOR_POINTS: "“{stated}” là chênh lệch giữa hai tỷ lệ, nên ghi “{in_points}”; "
        "nếu là tốc độ tăng, giảm, đề nghị ghi rõ.",
        F.ROUNDED_OTHERWISE: "{stated} là số {rule}; làm tròn được {right}{inputs}.",
        F.REPORT_ROUNDS_OTHERWISE: "Các số liệu của báo cáo đều {rule} ({breaking}); nếu đó là "
        "cách chung thì đề nghị nêu rõ.",
        F.MIXED_ROUNDING: "Báo cáo dùng lẫn {ways}; đề nghị thống nhất một cách.",
    },
    "en": {
        F.RATE_DIFFERS: "The rate {stated} does not fit the figures beside it: {quotient} = "
        "{right}; please check.",
        F.COMPLETION_DIFFERS: "The completion {stated} does not fit the figures beside it: "
        "{quotient} = {right}; please check.",
        F.GROWTH_DIFFERS: "The change “{stated}” does not fit the figures of the two periods: "
        "{current} against {previous} is {right}; please check.",
        F.POINTS_DIFFER: "The difference “{stated}” does not fit the two rates beside it: "
        "{current} against {previous} is {right}; please check.",
        F.PRODUCT_DIFFERS: "The figure {stated} does not fit the product of those beside it: "
        "{factors} = {right}; please check.",
        F.PARTS_EXCEED: "The parts add up to {right}, more than the total {total}{gap}; "
        "please review.",
        F.PARTS_FALL_SHORT: "The parts add up to {right}, less than the total {total}{gap}; "
        "please review.",
        F.BOUND_BROKEN: "{lesser_term} ({lesser}) cannot exceed {greater_term} ({greater}); "
        "please check.",
        F.COUNT_DIFFERS: "{term}: the report prints {stated}, the count is {right}; please check.",
        F.PRINTED_DIFFERENTLY: "One figure is printed as {places}; please use one, or say what "
        "each covers.",
        F.ONE_FIGURE: "The figure {stated} ({term}) does not fit several figures that go with it; "
        "as {right} it would fit them all; please check.",
        F.RULE_BROKEN: "{term}: the report prints {stated}, the figures that go with it make "
        "{right}; please check.",
        F.CALLED_MET: "The report says “{stated}”, yet the result {actual} {misses} the "
        "target {bound}{shortfall}.",
        F.CALLED_NOT_MET: "The report says “{stated}”, yet the result {actual} reaches the target "
        "{bound}; please check.",
        F.CALLED_EXCEEDED: "The report says “{stated}”, yet the result {actual} meets the target "
        "{bound} without exceeding it; please check.",
        F.MET_BY_ROUNDING: "The exact value {actual} does not reach the target {bound}; it looks "
        "met only as printed.",
        F.NOT_ALL: "The report prints {stated}, yet the figures beside it are {quotient} = "
        "{value}{rest}; please say so.",
        F.NOTHING_AROSE: "The report prints {stated} of a base of 0; “không phát sinh” (nothing "
        "arose) is what fits.",
        F.IMPOSSIBLE: "{term} is printed as {stated}, but the figures beside it leave no value "
        "for it; please check.",
        F.IN_QUESTION: "{members} do not agree if they are about the same things; please say what "
        "each covers.",
        F.PERCENT_FOR_POINTS: "“{stated}” lies between two rates, so “{in_points}” is what to "
        "print; if a growth is meant, please say so.",
        F.ROUNDED_OTHERWISE: "{stated} is {rule}; rounded half up it is {right}{inputs}.",
        F.REPORT_ROUNDS_OTHERWISE: "The figures of this report are all {rule} ({breaking}); "
        "if that is the rule, please say so.",
        F.MIXED_ROUNDING: "The report mixes figures {ways}; please keep to one way.",
    },
}

SEVERITIES: dict[str, dict[Severity, str]] = {
    "vi": {
        Severity.MISFIT: "Chưa khớp",
        Severity.REVIEW: "Cần xem lại",
        Severity.NOTE: "Lưu ý",
    },
    "en": {Severity.MISFIT: "Misfit", Severity.REVIEW: "Review", Severity.NOTE: "Note"},
}

CAUSES: dict[str, dict[Cause, str]] = {
    "vi": {
        Cause.TRUNCATED: "cắt bớt chữ số thập phân",
        Cause.ROUNDED_TWICE: "làm tròn hai lần",
        Cause.DIGITS_SWAPPED: "đảo hai chữ số",
        Cause.DIGIT_DROPPED: "ghi thiếu một chữ số",
        Cause.DIGIT_DOUBLED: "ghi lặp một chữ số",
        Cause.DECIMAL_MOVED: "đặt dấu thập phân lệch chỗ",
        Cause.OTHER_BASE: "tính trên mẫu số khác của báo cáo",
        Cause.LAST_PERIOD: "lấy số của kỳ trước",
        Cause.COMPLEMENT: "lấy phần còn lại của 100%",
        Cause.PART_AND_WHOLE_SWAPPED: "đảo tử số và mẫu số",
        Cause.POINTS_AS_PERCENT: "ghi điểm phần trăm thành phần trăm",
        Cause.PERCENT_AS_POINTS: "ghi tốc độ tăng thành điểm phần trăm",
        Cause.PER_MILLE: "nhầm phần trăm và phần nghìn",
        Cause.MEAN_OF_RATES: "lấy trung bình cộng các tỷ lệ thành phần",
        Cause.FORCED_TO_100: "điều chỉnh để các tỷ trọng cộng đủ 100%",
        Cause.UNIT_SLIP: "nhầm đơn vị nghìn, triệu, tỷ",
        Cause.OVERLAP: "một số trường hợp được tính ở hai thành phần",
    },
    "en": {
        Cause.TRUNCATED: "decimals cut off",
        Cause.ROUNDED_TWICE: "rounded twice",
        Cause.DIGITS_SWAPPED: "two digits swapped",
        Cause.DIGIT_DROPPED: "a digit dropped",
        Cause.DIGIT_DOUBLED: "a digit doubled",
        Cause.DECIMAL_MOVED: "the decimal sign moved",
        Cause.OTHER_BASE: "another figure of the report taken as the base",
        Cause.LAST_PERIOD: "the value of the last period",
        Cause.COMPLEMENT: "what is left to 100 %",
        Cause.PART_AND_WHOLE_SWAPPED: "part and whole swapped",
        Cause.POINTS_AS_PERCENT: "points written as per cent",
        Cause.PERCENT_AS_POINTS: "a growth written as points",
        Cause.PER_MILLE: "per cent and per mille confused",
        Cause.MEAN_OF_RATES: "the mean of the parts' rates",
        Cause.FORCED_TO_100: "adjusted so that the shares make 100 %",
        Cause.UNIT_SLIP: "thousands, millions and billions confused",
        Cause.OVERLAP: "cases counted in two parts",
    },
}

CHECKS: dict[str, dict[Fit | Unchecked, str]] = {
    "vi": {
        Fit.FITS: "{term}: {stated} khớp số liệu đi kèm.",
        Fit.FITS_ANOTHER_RULE: "{term}: {stated} chỉ khớp theo cách {rule}.",
        Fit.DOES_NOT_FIT: "{term}: {stated} chưa khớp số liệu đi kèm.",
        Fit.AMBIGUOUS: "{term}: {stated} chưa rõ, tùy theo cách hiểu.",
        Unchecked.NOT_STATED: "Chưa kiểm tra được {stated}: báo cáo không nêu {missing}.",
        Unchecked.UNREADABLE: "Chưa kiểm tra được “{stated}”: chưa đọc được chắc chắn{meant}.",
        Unchecked.APPROXIMATE: "Chưa kiểm tra được “{stated}”: là số ước chừng.",
    },
    "en": {
        Fit.FITS: "{term}: {stated} fits the figures beside it.",
        Fit.FITS_ANOTHER_RULE: "{term}: {stated} fits only if {rule}.",
        Fit.DOES_NOT_FIT: "{term}: {stated} does not fit the figures beside it.",
        Fit.AMBIGUOUS: "{term}: {stated} depends on what is meant.",
        Unchecked.NOT_STATED: "{stated} could not be checked: the report does not state {missing}.",
        Unchecked.UNREADABLE: "“{stated}” could not be checked: it has no certain reading{meant}.",
        Unchecked.APPROXIMATE: "“{stated}” could not be checked: it is approximate.",
    },
}

PHRASES: dict[str, dict[str, str]] = {
    "vi": {
        "cause": " Có thể do {cause}.",
        "suspects": " Chỉ cần sửa một trong các số: {suspects}.",
        "stopped": " Chưa xác định được cụ thể số cần sửa.",
        "gap": " là {gap}",
        "shortfall": " (còn thiếu {gap})",
        "rest": ", còn thiếu {gap}",
        "misses": "chưa bằng",
        "not_within": "chưa đạt",
        "MoreThan": "trên {bound}",
        "AtMost": "không quá {bound}",
        "LessThan": "dưới {bound}",
        "between": "từ {low} đến {high}",
        "from": "từ {low} trở lên",
        "to": "không quá {high}",
        "or": " hoặc ",
        "and": " và ",
        "meant": "; có thể là {meant}",
        "nothing": "không có giá trị",
        "not_printed": "số liệu thống kê",
        "HALF_UP": "làm tròn",
        "HALF_EVEN": "làm tròn về số chẵn",
        "TRUNCATE": "cắt bớt",
        "TRUNCATE_ONE": "cắt bớt chữ số thập phân",
        "UP": "làm tròn lên",
        "heading": "{checks} phép kiểm tra: {fits} khớp, {other} khớp theo cách làm tròn khác, "
        "{misfits} chưa khớp, {ambiguous} chưa rõ, {unchecked} chưa kiểm tra được; "
        "{untested} số liệu ngoài các phép kiểm tra.",
    },
    "en": {
        "cause": " Perhaps: {cause}.",
        "suspects": " Any one of these, changed, would mend it: {suspects}.",
        "stopped": " Which figures would have to change could not be told.",
        "gap": " by {gap}",
        "shortfall": " ({gap} short)",
        "rest": ", {gap} short",
        "misses": "does not reach",
        "not_within": "does not meet",
        "MoreThan": "above {bound}",
        "AtMost": "of at most {bound}",
        "LessThan": "below {bound}",
        "between": "from {low} to {high}",
        "from": "{low} or more",
        "to": "at most {high}",
        "or": " or ",
        "and": " and ",
        "meant": "; perhaps {meant}",
        "nothing": "no value",
        "not_printed": "the count",
        "HALF_UP": "rounded half up",
        "HALF_EVEN": "rounded half to even",
        "TRUNCATE": "cut off",
        "TRUNCATE_ONE": "cut off",
        "UP": "rounded up",
        "heading": "{checks} checks: {fits} fit, {other} fit another rule of rounding, {misfits} "
        "do not fit, {ambiguous} are ambiguous, {unchecked} could not be made; {untested} figures "
        "are in no check.",
    },
}
