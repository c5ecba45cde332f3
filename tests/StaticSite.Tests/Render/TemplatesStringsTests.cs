using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Render;

namespace StaticSite.Tests.Render;

public sealed class TemplatesStringsTests
{
    [Fact]
    public void A_text_that_a_language_lacks_is_taken_from_the_first_language_and_that_is_a_warning()
    {
        var strings = Create(TemplatesTheme.Page("")
            .Strings(TemplatesTheme.Chinese, ("home", "首页"), ("tags", "标签"))
            .Strings(TemplatesTheme.English, ("home", "Home")));
        Assert.Equal("标签", strings.Value.In(TemplatesTheme.English.Language).Text("tags"));
        var missing = Assert.Single(strings.Diagnostics);
        Assert.Equal(
            ("render/string-not-translated", Severity.Warning, "theme/strings/en.yml", "Add 'tags: …'."),
            (missing.Code, missing.Severity, missing.Where.Path, missing.Hint));
    }

    [Fact]
    public void A_language_without_a_file_is_one_warning()
    {
        var strings = Create(TemplatesTheme.Page("").Strings(TemplatesTheme.Chinese, ("home", "首页"), ("tags", "标签")));
        Assert.Equal("首页", strings.Value.In(TemplatesTheme.English.Language).Text("home"));
        Assert.Equal("render/no-strings", Assert.Single(strings.Diagnostics).Code);
    }

    [Fact]
    public void A_key_that_no_file_has_is_printed_as_it_is() =>
        Assert.Equal("nope", Create(TemplatesTheme.Page("").Strings(TemplatesTheme.Chinese)).Value.In(TemplatesTheme.Chinese.Language).Text("nope"));

    [Theory]
    [InlineData("{0} of {1}", "3 of 7")]
    [InlineData("{1}, {0}, {1}", "7, 3, 7")]
    [InlineData("{2} {x} {", "{2} {x} {")]
    public void Placeholders_are_filled_by_number_and_other_braces_stay(string text, string expected) =>
        Assert.Equal(
            expected,
            Create(TemplatesTheme.Page("").Strings(TemplatesTheme.Chinese, ("text", text))).Value.In(TemplatesTheme.Chinese.Language).Text("text", 3, 7));

    [Theory]
    [InlineData("zh-CN", "other other other other")]
    [InlineData("en", "other one other other")]
    [InlineData("fr", "one one other other")]
    [InlineData("ru", "many one few many")]
    [InlineData("pl", "many one few many")]
    [InlineData("cs", "other one few other")]
    [InlineData("ar", "zero one two many")]
    [InlineData("he", "other one two other")]
    [InlineData("lt", "other one few other")]
    [InlineData("ro", "few one few few")]
    [InlineData("x-unknown", "other other other other")]
    public void Plural_forms_follow_the_language(string tag, string expected)
    {
        var rule = Plurals.RuleOf(tag);
        Assert.Equal(expected, string.Join(' ', new long[] { 0, 1, 2, 11 }.Select(rule)));
    }

    private static Outcome<SiteStrings> Create(TemplatesTheme theme) =>
        SiteStrings.Create(theme.Build(), ImmutableArray.Create(TemplatesTheme.Chinese, TemplatesTheme.English));
}
