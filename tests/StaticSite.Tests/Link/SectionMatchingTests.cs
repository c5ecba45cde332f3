using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Link;

public sealed class SectionMatchingTests
{
    private const string Text = "开头。\n\n## 背景\n\n甲。\n\n## 结果\n\n乙，不推荐。\n\n### 安全性\n\n丙。\n";

    [Theory]
    [InlineData("不推荐", "推荐", "结果: Changed")]
    [InlineData("开头。", "开头！", "_start: Changed")]
    [InlineData("## 背景", "## 研究背景", "研究背景: Renamed")]
    [InlineData("## 背景\n\n甲。\n\n", "", "背景: Removed")]
    [InlineData("开头。\n\n", "", "_start: Removed")]
    [InlineData("## 结果", "## 方法\n\n丁。\n\n## 结果", "方法: Added")]
    [InlineData("## 结果", "甲", "背景: Changed; 结果: Removed")]
    [InlineData("### 安全性\n\n丙。", "### 疗效\n\n丁。", "安全性: Removed; 疗效: Added")]
    [InlineData("### 安全性", "## 安全性", "")]
    [InlineData("甲。", "甲 。\n\n", "")]
    public void Each_kind_of_change_is_told_apart(string old, string now, string changes) =>
        Assert.Equal(changes, Print(Changes(Text, Text.Replace(old, now, StringComparison.Ordinal))));

    [Fact]
    public void A_section_that_only_moved_is_the_same() =>
        Assert.Empty(Changes("## A\n\na\n\n## B\n\nb\n\n## C\n\nc\n", "## C\n\nc\n\n## A\n\na\n\n## B\n\nb\n"));

    [Fact]
    public void A_section_that_moved_and_changed_has_changed() =>
        Assert.Equal("b: Changed", Print(Changes("## A\n\na\n\n## B\n\nb\n", "## B\n\nbb\n\n## A\n\na\n")));

    [Fact]
    public void Of_sections_with_one_heading_the_one_that_changed_is_found() =>
        Assert.Equal("a-2: Changed", Print(Changes("## A\n\none\n\n## A\n\ntwo\n\n## A\n\nthree\n", "## A\n\none\n\n## A\n\nother\n\n## A\n\nthree\n")));

    [Fact]
    public void One_of_two_equal_sections_may_go() =>
        Assert.Equal("a-2: Removed", Print(Changes("## A\n\none\n\n## A\n\none\n\n## B\n\nb\n", "## A\n\none\n\n## B\n\nb\n")));

    [Fact]
    public void An_anchor_of_its_own_keeps_a_section_known_under_another_heading_and_text() =>
        Assert.Equal("sec-x: Changed", Print(Changes("## A {#sec-x}\n\na\n", "## B {#sec-x}\n\nb\n")));

    [Property]
    public Property A_text_is_up_to_date_with_itself() => Prop.ForAll(Texts().ToArbitrary(), sections => Changes(Join(sections), Join(sections)).IsEmpty);

    [Property]
    public Property Sections_in_another_order_are_up_to_date() => Prop.ForAll(
        (from sections in Texts() from shuffled in Gen.Shuffle(sections) select (sections, shuffled)).ToArbitrary(),
        both => Changes(Join(both.sections), Join(both.shuffled)).IsEmpty);

    [Property]
    public Property A_changed_letter_makes_its_section_outdated_and_no_other() => Prop.ForAll(
        (from sections in Texts() from place in Gen.Choose(0, int.MaxValue - 1) from inHeading in Gen.Elements(true, false) select (sections, place, inHeading)).ToArbitrary(),
        one =>
        {
            var changed = one.place % one.sections.Length;
            var now = one.sections.Select((section, i) => i == changed ? (one.inHeading ? section with { Heading = section.Heading + "变" } : section with { Text = section.Text + "变" }) : section).ToArray();
            var change = Changes(Join(one.sections), Join(now)).Single();
            return change.Kind is SectionChangeKind.Changed or SectionChangeKind.Renamed && change.Current == Sections(Join(now))[changed];
        });

    [Property]
    public Property Every_section_has_one_partner_or_is_told() => Prop.ForAll(
        (from one in Texts() from other in Texts() select (one, other)).ToArbitrary(),
        both =>
        {
            var (accepted, current) = (Sections(Join(both.one)), Sections(Join(both.other)));
            var changes = SectionMatching.Create(accepted, current).Changes();
            return current.Length - changes.Count(change => change.Accepted is null) == accepted.Length - changes.Count(change => change.Current is null)
                && changes.Select(change => (change.Accepted, change.Current)).Distinct().Count() == changes.Length;
        });

    private static Gen<Written[]> Texts() =>
        (from heading in Gen.Elements("甲", "乙", "丙丁", "甲 乙", "A", "A b") from text in Gen.Elements("", "一。", "二，不。", "one", "one two") select new Written(heading, text)).NonEmptyListOf().Select(list => list.ToArray());

    private static string Join(IEnumerable<Written> sections) => string.Concat(sections.Select(section => $"## {section.Heading}\n\n{section.Text}\n\n"));

    private static ImmutableArray<TextSection> Sections(string text) => MarkdownParser.ParseSections(new SourceFile("zh.md", text), 0).Value;

    private static ImmutableArray<SectionChange> Changes(string accepted, string current) => SectionMatching.Create(Sections(accepted), Sections(current)).Changes();

    private static string Print(IEnumerable<SectionChange> changes) => string.Join("; ", changes.Select(change => $"{change.Section.Id}: {change.Kind}"));

    private sealed record Written(string Heading, string Text);
}
