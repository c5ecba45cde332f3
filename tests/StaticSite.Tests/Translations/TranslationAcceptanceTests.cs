using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Tests.Support;
using StaticSite.Write;

namespace StaticSite.Tests.Translations;

public sealed class TranslationAcceptanceTests : IDisposable
{
    private const string Accepted = "input/articles/a/.accepted/en.md";
    private const string Text = "开头。\n\n## 甲\n\n一。\n\n## 乙\n\n二，不推荐。\n\n## 丙\n\n三。\n";

    /// <summary>Already the next day in Shanghai.</summary>
    private static readonly DateTimeOffset s_now = new(2026, 2, 1, 23, 0, 0, TimeSpan.Zero);

    private readonly TestSite _site = new(null, TestSite.GoldenTheme);

    public TranslationAcceptanceTests()
    {
        _site.Write("input/site.yml", "base_url: https://example.org\ntime_zone: Asia/Shanghai\nlanguages: [{code: zh, tag: zh-CN, name: 中文}, {code: en, tag: en, name: English}, {code: de, tag: de, name: Deutsch}]\ntitle: T\npublisher: {name: P}\n");
        WriteSource(Text);
        _site.Write("input/articles/a/en.md", "---\ntitle: A\n---\n\nText.\n");
    }

    [Fact]
    public void The_source_of_today_is_kept_with_the_day_in_the_site_s_time_zone()
    {
        var done = Accept();

        Assert.Equal((null, Accepted, 5), (done.Refusal, done.Path, done.Accepted));
        Assert.Equal($"---\naccepted: 2026-02-02\nsource_language: zh\ntitle: \"A \\\"标题\\\"\"\n---\n\n{Text}", Read());
        Assert.Equal(TranslationStatus.UpToDate, State().Status);
        Assert.Equal(["en.md"], Directory.EnumerateFileSystemEntries(Path.Join(_site.Root, "input/articles/a/.accepted")).Select(Path.GetFileName));
    }

    [Fact]
    public void Accepting_again_gives_the_same_bytes()
    {
        Accept();
        var first = Read();
        Accept();

        Assert.Equal(first, Read());
    }

    [Fact]
    public void What_the_source_states_as_its_last_change_is_kept()
    {
        WriteSource(Text, "updated: 2026-01-15\n");
        Accept();
        WriteSource(Text.Replace("不", "", StringComparison.Ordinal), "updated: 2026-01-15\n");

        Assert.Equal((new DateOnly(2026, 2, 2), null), (State().Since, State().Revised));
    }

    [Fact]
    public void One_section_is_accepted_and_the_others_stay_as_they_were()
    {
        Accept();
        WriteSource("开头。\n\n## 甲\n\n一，改。\n\n## 乙\n\n二，推荐。\n\n## 丁\n\n四。\n");
        var done = Accept(s_now.AddDays(7), "乙");

        Assert.Equal(1, done.Accepted);
        Assert.Equal(
            "---\naccepted: 2026-02-02\nsource_language: zh\ntitle: \"A \\\"标题\\\"\"\nsections:\n  \"乙\": 2026-02-09\n---\n\n开头。\n\n## 甲\n\n一。\n\n## 乙\n\n二，推荐。\n\n## 丙\n\n三。\n",
            Read());
        Assert.Equal(["甲", "丙", "丁"], State().Sections.Select(section => section.Change.Section.Id));

        Accept(s_now.AddDays(8), "丙", "丁");
        Assert.Equal(["甲"], State().Sections.Select(section => section.Change.Section.Id));
        Assert.EndsWith("sections:\n  \"乙\": 2026-02-09\n  \"丁\": 2026-02-10\n---\n\n开头。\n\n## 甲\n\n一。\n\n## 乙\n\n二，推荐。\n\n## 丁\n\n四。\n", Read(), StringComparison.Ordinal);

        Accept(s_now.AddDays(9), "甲");
        Assert.Equal(TranslationStatus.UpToDate, State().Status);
    }

    [Fact]
    public void The_title_and_the_start_are_sections_too()
    {
        Accept();
        _site.Write("input/articles/a/zh.md", "---\ntitle: 新标题\ndate: 2025-05-20\n---\n\n新开头。\n" + Text["开头。\n".Length..]);
        Assert.Equal(["_title", "_start"], State().Sections.Select(section => section.Change.Section.Id));

        Accept(s_now, "_title");
        Assert.Equal(["_start"], State().Sections.Select(section => section.Change.Section.Id));
        Accept(s_now, "_start");
        Assert.Equal(TranslationStatus.UpToDate, State().Status);
    }

    [Fact]
    public void What_is_up_to_date_is_not_accepted_twice()
    {
        Accept();
        var before = Read();

        Assert.Equal((null, null, 0), (Accept(s_now.AddDays(1), "甲").Refusal, Accept(s_now, "甲").Path, Accept(s_now, "甲").Accepted));
        Assert.Equal(before, Read());
    }

    [Fact]
    public void A_section_that_lacks_its_end_is_not_put_before_others()
    {
        Accept();
        WriteSource("开头。\n\n## 甲\n\n一。\n\n## 丙\n\n三。\n\n## 乙\n\n```\n二。\n");

        Assert.StartsWith("These sections cannot be accepted by themselves", Accept(s_now, "乙").Refusal?.Message, StringComparison.Ordinal);
        Assert.Equal(TranslationStatus.UpToDate, AcceptWhole().Status);
    }

    [Fact]
    public void Line_ends_of_windows_become_those_of_the_project()
    {
        WriteSource(Text.Replace("\n", "\r\n", StringComparison.Ordinal));
        Accept();

        Assert.DoesNotContain('\r', Read());
        Assert.Equal(TranslationStatus.UpToDate, State().Status);
    }

    [Theory]
    [InlineData("b", null, null, "No bundle is named 'b'.", "An id is the name of a folder below input/articles or input/pages.")]
    [InlineData("aa", null, null, "No bundle is named 'aa'.", "Did you mean 'a'?")]
    [InlineData("../a", null, null, "No bundle is named '../a'.", "An id is the name of a folder below input/articles or input/pages.")]
    [InlineData("/etc", null, null, "No bundle is named '/etc'.", "An id is the name of a folder below input/articles or input/pages.")]
    [InlineData("a", "zh", null, "'zh' is the source language of 'a', no translation.", "The translations are: en.")]
    [InlineData("a", "de", null, "The translation input/articles/a/de.md does not exist.", "Write it first.")]
    [InlineData("a", "fr", null, "'fr' is not a language of this site.", "The languages are: zh, en, de.")]
    [InlineData("a", null, "甲", "Nothing of 'a' has been accepted before, so a section alone cannot be.", "Accept the whole text once: translations accept a")]
    public void What_cannot_be_accepted_is_refused_with_a_hint(string bundle, string? language, string? section, string message, string hint)
    {
        var done = TranslationAcceptance.Accept(new(_site.Root, bundle, section is null ? [] : [section], language), s_now, CancellationToken.None);

        Assert.Equal((message, hint), (done.Refusal?.Message, done.Refusal?.Hint));
        Assert.False(Directory.Exists(Path.Join(_site.Root, "input/articles/a/.accepted")));
    }

    [Fact]
    public void A_section_that_does_not_exist_is_refused_with_the_nearest_as_hint()
    {
        WriteSource("## Results\n");
        Accept();

        Assert.Equal(("No section of 'a' has the id 'result'.", "Did you mean 'results'?"), (Accept(s_now, "result").Refusal?.Message, Accept(s_now, "result").Refusal?.Hint));
    }

    [Fact]
    public void Of_several_translations_one_must_be_named()
    {
        _site.Write("input/articles/a/de.md", "---\ntitle: A\n---\n");

        Assert.Equal(("'a' has several translations.", "Name one with --language: en, de."), (Accept().Refusal?.Message, Accept().Refusal?.Hint));
        Assert.Equal("input/articles/a/.accepted/de.md", TranslationAcceptance.Accept(new(_site.Root, "a", [], "de"), s_now, CancellationToken.None).Path);
    }

    [Fact]
    public void A_text_with_an_error_is_not_accepted()
    {
        _site.Write("input/articles/a/zh.md", "---\ntitle: [\n---\n");
        var done = Accept();

        Assert.Equal((null, null), (done.Path, done.Refusal));
        Assert.NotEmpty(done.Errors);
    }

    [Fact]
    public void An_accepted_file_that_cannot_be_read_is_replaced_by_a_whole_text()
    {
        _site.Write(Accepted, "<<<<<<< ours\n");

        Assert.NotEmpty(Accept(s_now, "甲").Errors);
        Assert.Equal(TranslationStatus.UpToDate, AcceptWhole().Status);
    }

    [Fact]
    public void Errors_elsewhere_are_no_hindrance()
    {
        _site.Write("input/articles/b/zh.md", "no front matter");

        Assert.Equal(Accepted, Accept().Path);
    }

    [SkippableFact]
    public void A_link_that_leads_out_of_the_site_is_not_followed()
    {
        using var outside = new TemporaryFolder();
        Skip.If(OperatingSystem.IsWindows(), "Links need rights there.");
        Directory.CreateSymbolicLink(Path.Join(_site.Root, "input/articles/a/.accepted"), outside.Path);

        Assert.Equal("read/link-leaves-root", Assert.Single(Accept().Errors).Code);
        Assert.Throws<IOException>(() => AcceptedFile.Replace(_site.Root, Path.Join(_site.Root, "input/articles/a/.accepted"), "en.md", "text"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside.Path));
    }

    [SkippableFact]
    public void A_link_in_the_place_of_the_file_is_replaced()
    {
        using var outside = new TemporaryFolder();
        Skip.If(OperatingSystem.IsWindows(), "Links need rights there.");
        var target = outside.Write("target.md", "kept");
        Directory.CreateDirectory(Path.Join(_site.Root, "input/articles/a/.accepted"));
        File.CreateSymbolicLink(Path.Join(_site.Root, Accepted), target);

        Assert.Equal(TranslationStatus.UpToDate, AcceptWhole().Status);
        Assert.Equal("kept", File.ReadAllText(target));
    }

    public void Dispose() => _site.Dispose();

    private void WriteSource(string text, string head = "") =>
        _site.Write("input/articles/a/zh.md", $"---\ntitle: 'A \"标题\"'\ndate: 2025-05-20\n{head}---\n\n{text}");

    private TranslationAcceptance Accept() => Accept(s_now);

    private TranslationAcceptance Accept(DateTimeOffset now, params string[] sections) =>
        TranslationAcceptance.Accept(new(_site.Root, "a", sections.ToImmutableArray(), null), now, CancellationToken.None);

    private TranslationState AcceptWhole()
    {
        Accept();
        return State();
    }

    private TranslationState State() => TranslationList.Read(_site.Root, CancellationToken.None).States.Single(state => state.Id == new PageId(new("a"), new("en")));

    private string Read() => File.ReadAllText(Path.Join(_site.Root, Accepted));
}
