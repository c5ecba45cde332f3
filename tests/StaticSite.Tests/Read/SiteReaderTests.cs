using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Tests.Support;

namespace StaticSite.Tests.Read;

public sealed class SiteReaderTests
{
    private static readonly string[] Least = ["input/site.yml", "theme/templates/page.hbs"];

    [Fact]
    public void Everything_is_listed_in_ordinal_order()
    {
        using var folder = new TemporaryFolder().With(Least).With(
            "input/articles/b/zh.md", "input/articles/b/figures/x.svg", "input/articles/B2/zh.md", "input/articles/干细胞/zh.md", "input/articles/a.1_x-y/en.md",
            "input/pages/about/zh.md", "input/articles/b/.accepted/zh.md", "input/articles/.drafts/zh.md", "input/articles/b/~$zh.md", "input/articles/b/.DS_Store",
            "input/data/people.yml", "input/data/references.json", "input/static/robots.txt", "input/static/.well-known/security.txt", "input/static/.gitkeep",
            "theme/partials/head.hbs", "theme/strings/zh.yml", "theme/assets/css/site.css", "theme/citation-styles/ama-11.csl", "theme/citation-styles/locales-zh-CN.xml",
            "input/README.md", "theme/README.md", "input/articles/README.md", "theme/templates/README.md");
        var (files, diagnostics) = SiteReader.List(folder.Root);

        Assert.Empty(diagnostics);
        Assert.Equal("input/site.yml", files.Settings?.Path);
        Assert.Equal(["B2", "a.1_x-y", "b", "干细胞", "about"], files.Bundles.Select(bundle => bundle.Id.Value));
        Assert.Equal([BundleKind.Article, BundleKind.Page], files.Bundles.Select(bundle => bundle.Kind).Distinct());
        Assert.Equal(["input/articles/b/figures/x.svg", "input/articles/b/zh.md"], files.Bundles[2].Files.Select(file => file.Path));
        Assert.Equal(["input/data/people.yml", "input/data/references.json"], files.Data.Select(file => file.Path));
        Assert.Equal(["input/static/.well-known/security.txt", "input/static/robots.txt"], files.Static.Select(file => file.Path));
        Assert.Equal(
            ["theme/templates/page.hbs", "theme/partials/head.hbs", "theme/strings/zh.yml", "theme/assets/css/site.css", "theme/citation-styles/ama-11.csl", "theme/citation-styles/locales-zh-CN.xml"],
            new[] { files.Templates, files.Partials, files.Strings, files.ThemeAssets, files.CitationStyles }.SelectMany(list => list).Select(file => file.Path));
    }

    [Fact]
    public void An_empty_root_lacks_both_folders()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal("""
            input: error read/no-folder: The folder 'input' does not exist.
              hint: Run the command where 'input' and 'theme' stand, or name that folder with --root.
            theme: error read/no-folder: The folder 'theme' does not exist.
              hint: Run the command where 'input' and 'theme' stand, or name that folder with --root.

            """, folder.Diagnostics());
    }

    [Fact]
    public void A_root_that_does_not_exist_is_no_exception() =>
        Assert.Equal(["read/no-folder", "read/no-folder"], SiteReader.List("/no/such/folder").Diagnostics.Select(one => one.Code));

    [Theory]
    [InlineData("input/site.yaml", "Rename 'site.yaml' to 'site.yml'.")]
    [InlineData("input/articles/a/zh.md", "Write the file; it needs at least base_url, languages and title.")]
    public void Without_settings_there_is_no_site(string path, string hint)
    {
        using var folder = new TemporaryFolder().With("theme/", path);

        Assert.Equal($"""
            input/site.yml: error read/no-settings: The settings input/site.yml do not exist.
              hint: {hint}

            """, folder.Diagnostics());
    }

    [Fact]
    public void Ids_are_unique_in_the_whole_site_and_in_every_letter_case()
    {
        using var folder = new TemporaryFolder().With(Least).With("input/articles/about/zh.md", "input/articles/Kidney/zh.md", "input/pages/about/zh.md", "input/pages/kidney/zh.md");

        Assert.Equal("""
            input/pages/about: error read/duplicate-bundle: The id 'about' is used by two folders.
              hint: Rename one of the two folders.
              note: input/articles/about: First used here.
            input/pages/kidney: error read/duplicate-bundle: The id 'kidney' is used by two folders, which differ by letter case only.
              hint: Rename one of the two folders.
              note: input/articles/Kidney: First used here.

            """, folder.Diagnostics());
    }

    [Fact]
    public void A_folder_name_that_cannot_be_an_id_is_refused()
    {
        using var folder = new TemporaryFolder().With(Least).With("input/articles/a b/zh.md", "input/articles/什么？/zh.md", "input/articles/Search/zh.md", "input/pages/x./zh.md");

        Assert.Equal("""
            input/articles/Search: error read/reserved-bundle-name: The folder name 'Search' cannot be an id: the site uses this word in its addresses.
              hint: Choose another name.
            input/articles/a b: error read/bad-bundle-name: The folder name 'a b' cannot be an id: it contains a space.
              hint: Use letters, digits, '-' and '_'.
            input/articles/什么？: error read/bad-bundle-name: The folder name '什么？' cannot be an id: it contains '？'.
              hint: Use letters, digits, '-' and '_'.
            input/pages/x.: error read/bad-bundle-name: The folder name 'x.' cannot be an id: it starts or ends with a dot.
              hint: Use letters, digits, '-' and '_'.

            """, folder.Diagnostics());
    }

    [Fact]
    public void What_nothing_reads_is_not_lost_silently()
    {
        using var folder = new TemporaryFolder().With(Least).With(
            "input/article/x/zh.md", "input/logo.png", "input/articles/kidney.md", "input/articles/list.xlsx", "input/data/poeple.yml", "theme/template/x.hbs", "theme/templates/x.html", "theme/strings/zh.yaml");

        Assert.Equal("""
            input/article: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Did you mean 'articles'?
            input/articles/kidney.md: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: A text has a folder of its own: move it to input/articles/kidney/, and name it by its language, for example zh.md.
            input/articles/list.xlsx: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Move it into the folder of a text, or into input/static.
            input/data/poeple.yml: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Did you mean 'people.yml'?
            input/logo.png: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Move it into one of the folders here, or remove it.
            theme/strings/zh.yaml: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: The files here are: *.yml.
            theme/template: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Did you mean 'templates'?
            theme/templates/x.html: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: The files here are: *.hbs.

            """, folder.Diagnostics());
    }

    [SkippableFact]
    public void Links_are_followed_within_the_root_only()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var outside = new TemporaryFolder().With("secret.txt", "folder/secret.txt");
        using var folder = new TemporaryFolder().With(Least).With("input/articles/a/zh.md", "input/static/x.txt", "shared/picture.png")
            .WithLink("input/articles/a/ok.txt", "../../static/x.txt")
            .WithLink("input/articles/a/shared", "../../../shared")
            .WithLink("input/articles/a/secret.txt", Path.Join(outside.Root, "secret.txt"))
            .WithLink("input/articles/a/secrets", Path.Join(outside.Root, "folder"))
            .WithLink("input/articles/a/loop", "..")
            .WithLink("input/articles/a/broken", "nowhere")
            .WithLink("input/articles/a/circle", "circle")
            .WithLink("input/articles/outside", outside.Root)
            .WithLink("door", outside.Root)
            .WithLink("input/static/through.txt", "../../door/secret.txt");
        var (files, diagnostics) = SiteReader.List(folder.Root);

        Assert.Equal(
            ["input/articles/a/ok.txt", "input/articles/a/shared/picture.png", "input/articles/a/zh.md"],
            files.Bundles.Single(bundle => bundle.Id.Value == "a").Files.Select(file => file.Path));
        Assert.Equal(["input/static/x.txt"], files.Static.Select(file => file.Path));
        Assert.Equal("""
            input/articles/a/broken: error read/unreadable: This cannot be read: the link leads nowhere.
              hint: Check that it exists and that you may read it.
            input/articles/a/circle: error read/unreadable: This cannot be read: the link leads nowhere.
              hint: Check that it exists and that you may read it.
            input/articles/a/loop: error read/link-loops: This link leads to a folder that it lies in; it is not followed.
              hint: Remove the link.
            input/articles/a/secret.txt: error read/link-leaves-root: This link leads out of the site's folder; it is not followed.
              hint: Copy what it leads to.
            input/articles/a/secrets: error read/link-leaves-root: This link leads out of the site's folder; it is not followed.
              hint: Copy what it leads to.
            input/articles/outside: error read/link-leaves-root: This link leads out of the site's folder; it is not followed.
              hint: Copy what it leads to.
            input/static/through.txt: error read/link-leaves-root: This link leads out of the site's folder; it is not followed.
              hint: Copy what it leads to.

            """, DiagnosticText.Print(diagnostics));
        Assert.All(diagnostics.Where(found => found.Code == "read/link-leaves-root"), found => Assert.Null(SourceReader.FindText(folder.Root, found.Where.Path)));
        Assert.NotNull(SourceReader.FindText(folder.Root, "input/articles/a/ok.txt"));
    }

    [SkippableFact]
    public void A_folder_of_pages_that_leads_out_of_the_root_gives_none_of_its_files()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a privilege there.");
        using var outside = new TemporaryFolder().With("a/zh.md", "a/.accepted/en.md");
        using var folder = new TemporaryFolder().With(Least).WithLink("input/pages", outside.Root);

        var (files, diagnostics) = SiteReader.List(folder.Root);

        Assert.Empty(files.Bundles.Where(bundle => bundle.Kind == BundleKind.Page).SelectMany(bundle => bundle.Files.Concat(bundle.Accepted)));
        Assert.Contains(diagnostics, found => (found.Code, found.Where.Path) == ("read/link-leaves-root", "input/pages/a"));
    }

    [SkippableFact]
    public void A_file_name_that_cannot_be_an_address_is_refused()
    {
        Skip.If(OperatingSystem.IsWindows(), "Such names cannot be written there.");
        using var folder = new TemporaryFolder().With(Least).With("input/static/a\\b.txt", "input/static/c\nd.txt");

        Assert.Equal(["read/bad-file-name", "read/bad-file-name"], SiteReader.List(folder.Root).Diagnostics.Select(one => one.Code));
    }

    [Theory]
    [InlineData("zh.md en.md survival.svg README.md figures/notes.md", "")]
    [InlineData("zh.md zh-old.md", """
        input/articles/a/zh-old.md: warning read/unknown-language-file: 'zh-old.md' is not the file of a language of this site; it is ignored.
          hint: The Markdown files of a folder are zh.md and en.md; a name that starts with a dot is left alone.

        """)]
    [InlineData("zn.md", """
        input/articles/a: warning read/no-language-file: The folder holds no text in any language of this site; it makes no page.
          hint: Add zh.md.
        input/articles/a/zn.md: warning read/unknown-language-file: 'zn.md' is not the file of a language of this site; it is ignored.
          hint: Did you mean 'zh.md'?

        """)]
    [InlineData("b/zh.md", """
        input/articles/a: warning read/no-language-file: The folder holds no text in any language of this site; it makes no page.
          hint: Texts lie one folder deep: move the folder of input/articles/a/b/zh.md up.

        """)]
    public void The_files_of_a_bundle_are_named_by_its_languages(string names, string expected)
    {
        var files = names.Split(' ').Select(name => new InputFile($"input/articles/a/{name}", "", 0, DateTime.UnixEpoch));
        var bundle = new BundleFiles(new BundleId("a"), BundleKind.Article, "input/articles/a", [.. files]);

        Assert.Equal(expected, DiagnosticText.Print(BundleLayout.Check(bundle, TestSettings.ChineseAndEnglish)));
    }

    [Fact]
    public void The_folder_of_accepted_texts_is_listed_by_itself_and_holds_one_file_for_each_language()
    {
        using var folder = new TemporaryFolder().With(Least).With(
            "input/articles/a/zh.md", "input/articles/a/.accepted/en.md", "input/articles/a/.accepted/en.mb", "input/articles/a/.accepted/old/en.md", "input/articles/a/.accepted/.en.md.x1", "input/articles/a/.accepted/README.md");
        var bundle = Assert.Single(SiteReader.List(folder.Root).Value.Bundles);

        Assert.Equal(["input/articles/a/zh.md"], bundle.Files.Select(file => file.Path));
        Assert.Equal(["README.md", "en.mb", "en.md", "en.md"], bundle.Accepted.Select(file => file.Name).Order(StringComparer.Ordinal));
        Assert.Equal("""
            input/articles/a/.accepted/en.mb: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: Did you mean 'en.md'?
            input/articles/a/.accepted/old/en.md: warning read/unexpected-file: Nothing reads this; it is ignored.
              hint: The files here are: zh.md, en.md.

            """, DiagnosticText.Print(BundleLayout.Check(bundle, TestSettings.ChineseAndEnglish)));
    }
}
