using StaticSite.Model;
using StaticSite.Publishing.Staging;

namespace StaticSite.Publishing.Tests.Staging;

/// <summary>What cannot be served as it is, and what is said of it.</summary>
public sealed class StagingFaultTests : IDisposable
{
    private readonly TestOutput _output = new();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void A_folder_without_a_build_is_refused() =>
        AssertRefused("staging/no-output", "'output' holds no finished build.", SiteStaging.Stage(_output.Request(), CancellationToken.None));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"generator\": \"x\", \"files\": {}}")]
    [InlineData("{\"generator\":\"x\",\"base_url\":\"https://example.org/\",\"drafts\":false,\"future\":false,\"input\":\"x\",\"complete\":true,\"assets\":{},\"lists\":{},\"pages\":{\"../x\":\"0123456789abcdef\"}}")]
    [InlineData("{\"generator\":\"x\",\"base_url\":\"https://example.org/\",\"drafts\":false,\"future\":false,\"input\":\"x\",\"complete\":true,\"assets\":{},\"lists\":{},\"pages\":{\"/etc/passwd\":\"0123456789abcdef\"}}")]
    [InlineData("{\"generator\":\"x\",\"base_url\":\"https://example.org/\",\"drafts\":false,\"future\":false,\"input\":\"x\",\"complete\":true,\"assets\":{},\"lists\":{},\"pages\":{\"a\":\"\"}}")]
    [InlineData("{\"generator\":\"x\",\"base_url\":\"https://example.org/\",\"drafts\":false,\"future\":false,\"input\":\"x\",\"complete\":true,\"assets\":{\"a\":\"0123456789abcdef\"},\"lists\":{},\"pages\":{\"a\":\"0123456789abcdef\"}}")]
    [InlineData("{\"generator\":\"x\",\"base_url\":7,\"drafts\":false,\"future\":false,\"input\":\"x\",\"complete\":true,\"assets\":{},\"lists\":{},\"pages\":{}}")]
    public void A_manifest_that_no_build_wrote_is_refused(string manifest)
    {
        File.WriteAllText(_output.PlaceOf(OutputManifest.FileName), manifest);
        AssertRefused("staging/unreadable-manifest", "The list of what was built is damaged, or another version wrote it.", SiteStaging.Stage(_output.Request(), CancellationToken.None));
    }

    [Fact]
    public void A_build_that_was_interrupted_is_refused()
    {
        _output.WriteManifest(isComplete: false);
        AssertRefused("staging/interrupted-build", "The last build was interrupted.", SiteStaging.Stage(_output.Request(), CancellationToken.None));
    }

    [SkippableFact]
    public void A_link_is_refused_wherever_it_leads()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right there.");
        Directory.CreateSymbolicLink(_output.PlaceOf("zh"), _output.Root);
        _output.Claim("zh/a.html", "0123456789abcdef");
        AssertRefused("staging/link-in-output", "'zh' is a symbolic link. What it leads to is no part of the build.", _output.TryStage());
    }

    [SkippableFact]
    public void Names_that_differ_by_letter_case_are_refused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Letter case does not count on this disk.");
        _output.Page("zh/A.html", "x").Page("zh/a.html", "y");
        AssertRefused(
            "staging/name-clash", "'zh/a.html' and 'zh/A.html' differ in letter case or in how accents are composed only: many disks and servers take them for one.", _output.TryStage());
    }

    [SkippableFact]
    public void A_file_that_has_the_name_of_a_folder_is_refused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Letter case does not count on this disk.");
        _output.Page("ZH", "x").Page("zh/a.html", "y");
        Assert.Equal(["staging/name-clash"], _output.TryStage().Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void Folders_that_differ_by_letter_case_lose_nothing()
    {
        _output.Page("ZH/a.html", "x").Page("zh/b.html", "y");
        Assert.Equal(2, _output.Stage().Files.Length);
    }

    [Fact]
    public void A_file_that_is_gone_is_refused()
    {
        _output.Page("a.html", "x").Page("b.html", "x").Page("c.html", "x");
        File.Delete(_output.PlaceOf("b.html"));
        File.Delete(_output.PlaceOf("c.html"));
        AssertRefused("staging/missing-file", "'b.html' and 1 other file are no longer there.", _output.TryStage());
    }

    [Fact]
    public void A_file_that_somebody_changed_is_refused()
    {
        _output.Page("a.html", "x").Age().Stage();
        File.WriteAllText(_output.PlaceOf("a.html"), "changed by hand");
        AssertRefused("staging/changed-file", "'a.html' changed since the site was built.", _output.TryStage());
    }

    [Fact]
    public void A_file_that_the_build_did_not_write_is_not_published()
    {
        _output.Page("a.html", "x");
        File.WriteAllText(_output.PlaceOf("notes.txt"), "mine");
        File.WriteAllText(_output.PlaceOf(".DS_Store"), "");
        var outcome = _output.TryStage();
        var found = Assert.Single(outcome.Diagnostics);
        Assert.Equal(("staging/unknown-file", Severity.Warning, "'notes.txt' was not written by the build, and is not published."), (found.Code, found.Severity, found.Message));
        Assert.Equal(["a.html"], outcome.Value!.Files.Select(file => file.Path));
    }

    [Fact]
    public void What_the_policy_forbids_is_one_warning_for_all_pages()
    {
        const string Page = "<button onclick='go()'>x</button>";
        var found = Assert.Single(_output.Page("a.html", Page).Page("b.html", Page).Page("c.html", Page).TryStage().Diagnostics);
        Assert.Equal(("staging/against-policy", Severity.Warning, "output/a.html"), (found.Code, found.Severity, found.Where.Path));
        Assert.Equal(
            "The handler '<button onclick=\"go()\">' in 'a.html' and 2 other pages will not work: the Content-Security-Policy that the site is served with allows none.", found.Message);
    }

    [Fact]
    public void A_page_with_a_policy_of_its_own_is_the_authors_affair()
    {
        _output.Page("tool/index.html", "<script>run()</script>");
        Assert.Empty(_output.TryStage(TestOutput.With(TestOutput.Rule("/tool/*", ("Content-Security-Policy", "script-src 'sha256-x'")))).Diagnostics);
    }

    [Fact]
    public void A_picture_with_styles_is_named()
    {
        _output.Asset("a.svg", "<svg><style>path{fill:red}</style></svg>");
        Assert.Equal(["staging/style-in-picture"], _output.TryStage().Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void A_file_that_stands_where_a_compressed_form_would_stays_alone()
    {
        _output.Asset("a.csv", new string('a', 2000)).Asset("a.csv.gz", [1, 2, 3]);
        var outcome = _output.TryStage();
        Assert.Equal(["staging/variant-taken"], outcome.Diagnostics.Select(found => found.Code));
        Assert.Equal(["br"], outcome.Value!.Files.Single(file => file.Path == "a.csv").Variants.Select(variant => variant.Encoding));
    }

    [Fact]
    public void Nothing_is_written_where_staging_is_refused()
    {
        _output.Page("a.html", "x").Claim("b.html", "0123456789abcdef").TryStage();
        Assert.False(Directory.Exists(_output.Folder));
    }

    private static void AssertRefused(string code, string message, Outcome<StagedSite?> outcome)
    {
        Assert.Null(outcome.Value);
        var found = Assert.Single(outcome.Diagnostics);
        Assert.Equal((code, Severity.Error, message), (found.Code, found.Severity, found.Message));
    }
}
