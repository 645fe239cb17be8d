"""OVL005: two roles do nearly the same things in the same area."""

from tests.worlds import findings

WORLD = """\
map: {title: World, area: easton}
levels: {place: {name: Place, order: 1}}
areas: {easton: {name: Easton, level: place}, weston: {name: Weston, level: place}}
role_kinds: {clinical: {title: Clinical director}}
roles:
  one: {title: One, area: easton, kind: clinical}
  two: {title: Two, area: AREA, kind: clinical, accountable_to: TO}
  boss: {title: Boss, area: easton}
responsibilities: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}, e: {title: E}}
assignments:
"""


def world(both: str, first: str = "", who: str = "[one, two]", area: str = "easton", to: str = "boss") -> str:
    lines = [(letter, who) for letter in both] + [(letter, "one") for letter in first]
    text = "".join(f"  - {{responsibility: {letter}, at: easton, contributes: {named}}}\n" for letter, named in lines)
    return WORLD.replace("AREA", area).replace("TO", f"[{{role: {to}}}]") + text


def found(text: str) -> list[tuple[str, list[int]]]:
    return findings(text, "OVL005")


def test_the_same_four_things() -> None:
    assert found(world("abcd")) == [("OVL005@one@two", [6, 7])]


def test_four_of_five_is_still_nearly_the_same() -> None:
    assert len(found(world("abcd", "e"))) == 1
    assert found(world("abcd", "e").replace("map: {", "map: {settings: {OVL005: {alike: 0.9}}, ")) == []


def test_three_things_are_too_few() -> None:
    assert found(world("abc")) == []


def test_another_part_is_another_thing() -> None:
    text = world("abc") + "  - {responsibility: d, at: easton, leads: one, contributes: two}\n"
    assert found(text) == []


def test_a_deputy() -> None:
    assert found(world("abcd", to="one")) == []


def test_the_counterpart_of_another_area() -> None:
    assert found(world("abcd", area="weston")) == []


def test_a_pattern_means_all_of_a_kind_on_purpose() -> None:
    assert found(world("abcd", who="'kind:clinical'")) == []
