using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using StaticSite.Model;
using StaticSite.Parse;
using StaticSite.Tests.Support;
using StaticSite.Tests.Write;

namespace StaticSite.Tests.NewArticles;

public sealed class NewArticleTests : IDisposable
{
    /// <summary>Already the next day in Shanghai.</summary>
    private static readonly DateTimeOffset s_now = new(2026, 2, 1, 23, 0, 0, TimeSpan.Zero);

    private readonly TestSite _site = new(null, TestSite.GoldenTheme);

    public NewArticleTests()
    {
        _site.Write("input/site.yml", """
            base_url: https://example.org
            time_zone: Asia/Shanghai
            languages: [{code: zh, tag: zh-CN, name: 中文}, {code: en, tag: en, name: English}, {code: de, tag: de, name: Deutsch}]
            title: T
            publisher: {name: P}
            categories: {kidney: {zh: 肾病, en: Kidney, de: Niere}}
            tags: {safety: {zh: 安全性, en: Safety, de: Sicherheit}, "2020": {zh: 二〇二〇, en: "2020", de: "2020"}}
            """);
        _site.Write("input/data/people.yml", "hangji: {name: H}\n");
        _site.Write("input/articles/Taken/zh.md", "---\ntitle: 有了\ndate: 2026-01-01\n---\n\n文字。\n");
        _site.Write("input/pages/about/zh.md", "---\ntitle: 关于\n---\n\n文字。\n");
    }

    [Fact]
    public void Each_language_with_a_title_gets_its_file_and_only_the_source_says_the_rest()
    {
        var made = Create([("en", "Is it safe?"), ("zh", "安全吗？")], request => request with { Category = "kidney", Tags = ["safety", "2020"], Authors = ["hangji"] });

        Assert.Null(made.Refusal);
        Assert.Equal(("is-it-safe", "input/articles/is-it-safe/zh.md", "input/articles/is-it-safe/en.md"), (made.Id, made.Files[0].Path, made.Files[1].Path));
        Assert.Equal(2, made.Files.Length);
        Assert.Equal(
            "---\ntitle: \"安全吗？\"\ndate: 2026-02-02\ncategory: kidney\ntags: [safety, 2020]\nauthors: [hangji]\nsource_language: zh\ndraft: true\n---\n\n\n\n## 背景\n\n## 研究结果\n",
            Read(made.Files[0].Path));
        Assert.Equal("---\ntitle: \"Is it safe?\"\ndraft: true\n---\n\n\n\n## Background\n\n## Findings\n", Read(made.Files[1].Path));
        Assert.Equal((11, 6), (made.Files[0].Line, made.Files[1].Line));
        Assert.All(made.Files, file => Assert.EndsWith($"/{file.Path}:{file.Line}:1", file.EditorLink, StringComparison.Ordinal));
        Assert.Equal(["Taken", "is-it-safe"], Directory.GetFileSystemEntries(Path.Join(_site.Root, "input/articles")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Drafts_with_it_build_without_a_warning()
    {
        Create([("zh", "甲"), ("en", "One"), ("de", "Eins")]);
        Create([("de", "Zwei: \"x\"")]);

        Assert.Equal("", TestSite.Print(_site.Build(drafts: true, now: s_now)));
        Assert.True(File.Exists(Path.Join(_site.Output, "de/articles/zwei-x/index.html")));
        Assert.Equal("", TestSite.Print(_site.Build(now: s_now)));
        Assert.False(File.Exists(Path.Join(_site.Output, "de/articles/zwei-x/index.html")));
    }

    [Fact]
    public void The_source_is_the_language_that_is_named_or_the_only_one()
    {
        Assert.Equal(["en", "zh"], Create([("zh", "甲"), ("en", "First")], request => request with { Source = "en" }).Files.Select(file => file.Language.Code));
        Assert.Contains("source_language: en\n", Read("input/articles/first/en.md"), StringComparison.Ordinal);
        Assert.Equal(["en"], Create([("zh", "甲"), ("en", "Second")], request => request with { Only = "en", Date = new DateOnly(2027, 3, 4) }).Files.Select(file => file.Language.Code));
        Assert.Contains("date: 2027-03-04\nsource_language: en\n", Read("input/articles/second/en.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("taken", "'taken' is taken: 'Taken' differs from it by letter case only.")]
    [InlineData("about", "'about' is taken.")]
    [InlineData("Tags", "'Tags' cannot be an id: the site uses this word in its addresses.")]
    [InlineData("a/../b", "'a/../b' cannot be an id: it contains '/'.")]
    [InlineData(".hidden", "'.hidden' cannot be an id: it starts or ends with a dot.")]
    [InlineData("", "'' cannot be an id: it is empty.")]
    public void An_id_that_cannot_be_one_is_refused(string id, string message) =>
        AssertRefused(message, Create([("zh", "甲")], request => request with { Id = id }));

    [Theory]
    [InlineData("zh", " \t\n", "The title for 'zh' is empty.")]
    [InlineData("fr", "Titre", "'fr' is not a language of this site.")]
    [InlineData("zh", "！", "No id can be made of this title: it has no letter that an address could show.")]
    [InlineData("zh", "a\u202Eb", "The title for 'zh' holds U+202E, a character that cannot be printed or that hides the order of the text.")]
    public void A_title_that_cannot_be_one_is_refused(string language, string title, string message) => AssertRefused(message, Create([(language, title)]));

    [Fact]
    public void What_the_site_does_not_have_is_refused()
    {
        AssertRefused("An article needs a title.", Create([]));
        AssertRefused("'zh' has two titles.", Create([("zh", "甲"), ("zh", "乙")]));
        AssertRefused("No category has the id 'kidny'.", Create([("zh", "甲")], request => request with { Category = "kidny" }));
        AssertRefused("No tag has the id 'x'.", Create([("zh", "甲")], request => request with { Tags = ["safety", "x"] }));
        AssertRefused("No person has the id 'li'.", Create([("zh", "甲")], request => request with { Authors = ["li"] }));
        AssertRefused("There is no title for 'en'.", Create([("zh", "甲")], request => request with { Only = "en" }));
        AssertRefused("'xx' is not a language of this site.", Create([("zh", "甲")], request => request with { Source = "xx" }));
        AssertRefused("The source language is to be 'zh', and only 'en' is to be made.", Create([("zh", "甲"), ("en", "A")], request => request with { Only = "en", Source = "zh" }));
    }

    [Fact]
    public void Settings_with_an_error_are_told_and_nothing_is_made()
    {
        _site.Write("input/site.yml", "languages: []\n");
        var made = Create([("zh", "甲")]);

        Assert.NotEmpty(made.Errors);
        AssertNothingMade(made);
    }

    [Fact]
    public void A_folder_without_a_site_is_told()
    {
        using var empty = new TemporaryFolder();
        Assert.Equal(["read/no-settings"], NewArticle.Create(new NewArticleRequest(empty.Path, [("zh", "甲")]), s_now).Errors.Select(error => error.Code));
        Assert.Empty(Directory.GetFileSystemEntries(empty.Path));
    }

    [SkippableTheory]
    [InlineData("input/articles")]
    [InlineData("input")]
    public void Nothing_is_written_through_a_link(string path)
    {
        using var outside = new TemporaryFolder();
        var moved = Path.Join(outside.Path, "moved");
        Directory.Move(Path.Join(_site.Root, path), moved);
        Links.Create(Path.Join(_site.Root, path), moved);
        var before = Directory.GetFileSystemEntries(moved, "*", SearchOption.AllDirectories);
        var made = Create([("zh", "甲")]);

        AssertNothingMade(made);
        Assert.Equal(before, Directory.GetFileSystemEntries(moved, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_stands_there_stays()
    {
        Assert.False(StaticSite.Write.NewFolder.TryCreate(Path.Join(_site.Root, "input/articles"), "Taken", [("zh.md", "other")]));
        Assert.StartsWith("---\ntitle: 有了", Read("input/articles/Taken/zh.md"), StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.Join(_site.Root, "input/articles")));
    }

    [Fact]
    public void A_disk_that_refuses_leaves_nothing_behind()
    {
        var parent = Path.Join(_site.Root, "input/articles");
        Assert.ThrowsAny<IOException>(() => StaticSite.Write.NewFolder.TryCreate(parent, "b", [("zh.md", "x"), ("no/such/folder", "y")]));
        Assert.Equal(["Taken"], Directory.GetFileSystemEntries(parent).Select(Path.GetFileName));
    }

    [Property]
    public Property A_title_is_read_as_it_was_given() => Prop.ForAll(Titles().ToArbitrary(), title =>
    {
        var (text, _) = NewTextPrinter.Print(new Language("zh"), title, head: null);
        var (read, found) = FrontMatterParser.Parse(new SourceFile("zh.md", text), TestSettings.ChineseAndEnglish);
        return found.IsEmpty && read.FrontMatter!.Title.Value == title;
    });

    [Fact]
    public void A_title_on_several_lines_becomes_one_line()
    {
        Create([("en", "  A \"title\": of\r\n two\u2028lines # and [more] \uD83D\uDE00")], request => request with { Id = "a-title" });
        Assert.StartsWith("---\ntitle: \"A \\\"title\\\": of two lines # and [more] \uD83D\uDE00\"\n", Read("input/articles/a-title/en.md"), StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();

    private static Gen<string> Titles() =>
        from parts in Gen.Elements("\"", "\\", "\\n", ":", ": ", " #", "- ", "[", "]", "{", "}", "'", "&a", "*", "!", "|", ">", "%", "@", "`", "~", "null", "---", "...", "1", "a", "干", "𠀀", "\uFEFF", "\u200B", "\uFFFD", " ", "=").NonEmptyListOf()
        let title = string.Concat(parts).Trim()
        where title.Length > 0
        select title;

    private static void AssertRefused(string message, NewArticle made)
    {
        Assert.Equal(message, made.Refusal?.Message);
        Assert.NotNull(made.Refusal!.Hint);
        AssertNothingMade(made);
    }

    private static void AssertNothingMade(NewArticle made)
    {
        Assert.Null(made.Id);
        Assert.Empty(made.Files);
    }

    private NewArticle Create(ImmutableArray<(string Language, string Title)> titles, Func<NewArticleRequest, NewArticleRequest>? change = null)
    {
        var request = new NewArticleRequest(_site.Root, titles);
        return NewArticle.Create(change?.Invoke(request) ?? request, s_now);
    }

    private string Read(string path) => File.ReadAllText(Path.Join(_site.Root, path));
}
