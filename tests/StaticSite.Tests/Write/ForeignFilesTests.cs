using StaticSite.Model;
using StaticSite.Write;
using static StaticSite.Tests.Write.OutputSandbox;

namespace StaticSite.Tests.Write;

/// <summary>What staticsite did not write stays as it is, wherever it stands.</summary>
public sealed class ForeignFilesTests : IDisposable
{
    private readonly OutputSandbox _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void An_unknown_file_is_left_alone_and_reported()
    {
        _site.Write(Page("a.html", "a"));
        _site.Put("google123.html", "verification");

        var plan = _site.Plan(Page("a.html", "new"));
        SiteWriter.Write(plan.Value, Stamp);

        var found = Assert.Single(plan.Diagnostics);
        Assert.Equal(("write/unknown-file", Severity.Warning, "output/google123.html"), (found.Code, found.Severity, found.Where.Path));
        Assert.Contains("input/static", found.Hint, StringComparison.Ordinal);
        Assert.Equal("verification", _site.Read("google123.html"));
    }

    [Fact]
    public void An_unknown_folder_is_reported_once()
    {
        _site.Write(Page("zh/a.html", "a"));
        _site.Put("zh/old/deep/1.html", "1");
        _site.Put("zh/old/deep/2.html", "2");

        var plan = _site.Plan(Page("zh/a.html", "a"));

        Assert.Equal(["output/zh/old/"], plan.Diagnostics.Select(found => found.Where.Path));
    }

    [Fact]
    public void A_file_put_there_by_hand_and_then_into_the_site_is_taken_over()
    {
        _site.Write(Page("a.html", "a"));
        _site.Put("google123.html", "by hand");

        _site.Write(Page("a.html", "a"), Asset("google123.html", "from input/static"));

        Assert.Equal("from input/static", _site.Read("google123.html"));
    }

    [Fact]
    public void A_folder_with_files_and_no_manifest_is_refused_and_not_touched()
    {
        _site.Put("thesis.docx", "ten years of work");

        var error = Assert.Throws<OutputRefusedException>(() => _site.Write(Page("a.html", "a")));

        Assert.Contains("not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal(["thesis.docx"], _site.Listing());
    }

    [Fact]
    public void A_working_copy_of_a_repository_counts_as_empty_and_is_not_looked_into()
    {
        _site.Put(".git/config", "[core]");
        _site.Put(".DS_Store", "");
        _site.Write(Page("a.html", "a"));
        Assert.Equal("[core]", _site.Read(".git/config"));
    }

    [Fact]
    public void A_broken_manifest_means_that_nothing_is_known_and_nothing_deleted()
    {
        _site.Write(Page("a.html", "a"), Page("b.html", "b"));
        _site.Put(Manifest.FileName, "{ \"pages\": [1, ");

        var plan = _site.Plan(Page("a.html", "a"));
        SiteWriter.Write(plan.Value, Stamp);

        Assert.Equal(["write/unknown-file"], plan.Diagnostics.Select(found => found.Code));
        Assert.Equal(["a.html", "b.html"], _site.Listing());
    }

    [Fact]
    public void A_manifest_that_names_files_outside_deletes_none_of_them()
    {
        var outside = Path.Join(_site.Root, "input", "keep.md");
        File.WriteAllText(outside, "keep");
        _site.Put(Manifest.FileName, """{ "assets": {}, "lists": {}, "pages": { "../input/keep.md": "0", "/etc/passwd": "0" } }""");

        _site.Write(Page("a.html", "a"));

        Assert.Equal("keep", File.ReadAllText(outside));
    }

    [Theory]
    [InlineData("input")]
    [InlineData("input/static")]
    [InlineData("theme/assets/out")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("/")]
    public void An_output_folder_among_or_around_the_sources_is_refused(string output) =>
        Assert.Throws<OutputRefusedException>(() => OutputFolder.Open(_site.Root, Path.GetFullPath(output, _site.Root)));

    [SkippableFact]
    public void A_link_does_not_hide_that_the_output_lies_in_the_sources()
    {
        Links.Create(Path.Join(_site.Root, "elsewhere"), Path.Join(_site.Root, "input"));
        Assert.Throws<OutputRefusedException>(() => OutputFolder.Open(_site.Root, Path.Join(_site.Root, "elsewhere", "out")));
    }

    [Fact]
    public void A_file_in_place_of_the_output_folder_is_refused()
    {
        File.WriteAllText(_site.Output, "");
        Assert.Throws<OutputRefusedException>(() => _site.Plan());
    }
}
