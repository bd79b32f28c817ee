"""The example that counts single dossiers: its columns add up, its rates are of their counts."""

from example_runs import after, printed, rate

LINES = printed("dossiers.py")


def count(start: str) -> int:
    number, _, noun = after(LINES, f"- {start}").partition(" ")
    assert noun == "hồ sơ"
    return int(number)


def test_what_was_received_is_what_came_in_and_what_was_brought_forward() -> None:
    came_in = count("hồ sơ tiếp nhận trực tuyến"), count("hồ sơ tiếp nhận trực tiếp")
    assert count("tổng số hồ sơ tiếp nhận") == count("hồ sơ kỳ trước") + sum(came_in)
    assert rate(after(LINES, "- tỷ lệ tiếp nhận trực tuyến")) == (came_in[0], sum(came_in))


def test_early_on_time_and_overdue_make_the_resolved() -> None:
    rates = [
        rate(after(LINES, f"- tỷ lệ giải quyết {when} hạn")) for when in ("trước", "đúng", "quá")
    ]
    wholes = {whole for _, whole in rates}
    assert wholes == {sum(part for part, _ in rates)}
    timely = rate(after(LINES, "- trên số đã giải quyết"))
    assert timely == (rates[0][0] + rates[1][0], *wholes)


def test_the_service_fields_make_the_whole() -> None:
    fields = [rate(after(LINES, f"- {name}")) for name in ("Chứng thực", "Hộ tịch", "Đất đai")]
    whole = rate(after(LINES, "- trên số đã giải quyết"))
    assert tuple(map(sum, zip(*fields, strict=True))) == whole


def test_three_bases_give_three_rates() -> None:
    bases = ("đã giải quyết", "tổng số tiếp nhận", "số đến hạn")
    lines = [line for line in LINES if line.startswith("- trên ")]
    rates = [rate(line) for line in lines]
    assert all(base in line for base, line in zip(bases, lines, strict=True))
    assert len(set(rates)) == len(bases)
    assert rates[1][1] == count("tổng số hồ sơ tiếp nhận")


def test_every_run_prints_the_same() -> None:
    assert printed("dossiers.py") == LINES
