using System.Text;
using StaticSite.Model;
using StaticSite.Write;
using static StaticSite.Tests.Write.OutputSandbox;

namespace StaticSite.Tests.Write;

public sealed class SiteWriterTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    private readonly OutputSandbox _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void The_first_build_writes_every_file_and_a_manifest_without_times()
    {
        var result = _site.Write(Page("zh/articles/肾病/index.html", "<p>肾病</p>"), List("index.html", "home"), Asset("assets/site.css", "a{}"));

        Assert.Equal((3, 0, 0), OutputSandbox.Counts(result));
        Assert.Equal(["assets/", "assets/site.css", "index.html", "zh/", "zh/articles/", "zh/articles/肾病/", "zh/articles/肾病/index.html"], _site.Listing());
        Assert.Equal(
            """
            {
              "generator": "staticsite 1.2.3",
              "base_url": "https://example.org/",
              "drafts": false,
              "future": false,
              "input": "0123",
              "complete": true,
              "assets": {
                "assets/site.css": "5f546eb4606b5c2b"
              },
              "pages": {
                "zh/articles/肾病/index.html": "d6ecb69cb4f3abd8"
              },
              "lists": {
                "index.html": "4ea140588150773c"
              }
            }

            """,
            _site.Read(Manifest.FileName));
    }

    [Fact]
    public void A_second_build_of_the_same_site_touches_nothing()
    {
        OutputFile[] files = [Page("a/index.html", "a"), List("index.html", "home")];
        _site.Write(files);
        string[] all = ["a/index.html", "index.html", Manifest.FileName];
        foreach (var path in all)
        {
            File.SetLastWriteTimeUtc(_site.PathOf(path), LongAgo);
        }

        var result = _site.Write(files);

        Assert.Equal((0, 2, 0), OutputSandbox.Counts(result));
        Assert.All(all, path => Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_site.PathOf(path))));
    }

    [Fact]
    public void Only_the_changed_file_is_written()
    {
        _site.Write(Page("a.html", "aaaa"), Page("b.html", "b"));
        File.SetLastWriteTimeUtc(_site.PathOf("b.html"), LongAgo);

        var result = _site.Write(Page("a.html", "AAAA"), Page("b.html", "b"));

        Assert.Equal((1, 1, 0), OutputSandbox.Counts(result));
        Assert.Equal("AAAA", _site.Read("a.html"));
        Assert.Equal(LongAgo, File.GetLastWriteTimeUtc(_site.PathOf("b.html")));
    }

    [Fact]
    public void A_file_that_somebody_changed_in_the_output_is_written_again()
    {
        _site.Write(Page("a.html", "right"));
        _site.Put("a.html", "wrong");

        Assert.Equal((1, 0, 0), OutputSandbox.Counts(_site.Write(Page("a.html", "right"))));
        Assert.Equal("right", _site.Read("a.html"));
    }

    [Fact]
    public void Files_that_the_site_no_longer_has_go_with_their_empty_folders()
    {
        _site.Write(Page("zh/tags/old/index.html", "old"), Page("zh/index.html", "zh"));

        var result = _site.Write(Page("zh/index.html", "zh"));

        Assert.Equal((0, 1, 1), OutputSandbox.Counts(result));
        Assert.Equal(["zh/", "zh/index.html"], _site.Listing());
        Assert.DoesNotContain("old", _site.Read(Manifest.FileName), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_copied_from_its_source()
    {
        var (source, content) = Source("figure.png", "picture");
        _site.Write(OutputFile.Copy(new("/assets/figure.png"), "input/figure.png", content));
        Assert.Equal("picture", _site.Read("assets/figure.png"));

        var again = _site.Write(OutputFile.Copy(new("/assets/figure.png"), "input/figure.png", content));

        Assert.Equal((0, 1, 0), OutputSandbox.Counts(again));
        Assert.True(File.Exists(source));
    }

    [Fact]
    public void A_source_that_changes_during_the_build_is_refused_and_the_last_output_stands()
    {
        _site.Write(Page("a.html", "old"));
        var (source, content) = Source("figure.png", "picture");
        var plan = _site.Plan(Page("a.html", "new"), OutputFile.Copy(new("/assets/figure.png"), "input/figure.png", content));
        File.WriteAllText(source, "another");

        var error = Assert.Throws<IOException>(() => SiteWriter.Write(plan.Value, Stamp));

        Assert.Contains("changed while the site was built", error.Message, StringComparison.Ordinal);
        Assert.Equal("old", _site.Read("a.html"));
        Assert.DoesNotContain(_site.Listing(), path => path.Contains("tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cancelled_build_leaves_the_last_output()
    {
        _site.Write(Page("a.html", "old"));
        using var cancellation = new CancellationTokenSource();
        var plan = _site.Plan(Page("a.html", "new"), Page("b.html", "new"));
        cancellation.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => SiteWriter.Write(plan.Value, Stamp, null, cancellation.Token));

        Assert.Equal(["a.html"], _site.Listing());
        Assert.Equal("old", _site.Read("a.html"));
    }

    [Fact]
    public void A_name_as_long_as_file_systems_allow_is_written()
    {
        var path = $"zh/{new string('肾', 83)}.html";
        _site.Write(Page(path, "long"));
        Assert.Equal("long", _site.Read(path));
    }

    [Fact]
    public void Progress_counts_up_to_the_number_of_files_written()
    {
        var seen = new Recorder();
        SiteWriter.Write(_site.Plan(Page("a.html", "a"), Page("b.html", "b"), Page("c.html", "c")).Value, Stamp, seen);
        Assert.Equal([1, 2, 3], seen.Done.Order());
    }

    [Fact]
    public void Two_files_at_one_place_are_a_fault_of_the_program()
    {
        Assert.Throws<InvalidOperationException>(() => _site.Plan(Page("a.html", "1"), Page("A.html", "2")));
        Assert.Throws<InvalidOperationException>(() => _site.Plan(Page("a", "1"), Page("a/index.html", "2")));
    }

    [Theory]
    [InlineData("../outside.html")]
    [InlineData("a/../../outside.html")]
    [InlineData("/etc/outside.html")]
    [InlineData("a//b.html")]
    [InlineData("a/./b.html")]
    [InlineData("a\\b.html")]
    [InlineData("a\0b.html")]
    [InlineData("")]
    [InlineData(".staticsite-manifest.json")]
    [InlineData("a/.b.html.staticsite-tmp")]
    [InlineData(".git/config")]
    public void No_file_is_written_to_a_path_that_is_not_below_the_output_or_is_kept_for_other_use(string path)
    {
        var plan = _site.Plan(Page(path, "x"), Page("good.html", "good"));

        var found = Assert.Single(plan.Diagnostics);
        Assert.Equal("write/path-not-allowed", found.Code);
        Assert.Equal(Severity.Error, found.Severity);
        Assert.Equal(["good.html"], plan.Value.Files.Select(file => file.File.Path));
    }

    private (string Path, FileContent Content) Source(string name, string text)
    {
        var path = Path.Join(_site.Root, "input", name);
        File.WriteAllText(path, text);
        var bytes = Encoding.UTF8.GetBytes(text);
        return (path, new FileContent(path, bytes.Length, Digest.OfFile(bytes).ToString()));
    }

    private sealed class Recorder : IProgress<BuildProgress>
    {
        public System.Collections.Concurrent.ConcurrentBag<int> Done { get; } = [];

        public void Report(BuildProgress value)
        {
            Assert.Equal(3, value.Total);
            if (value.Stage == "render")
            {
                Done.Add(value.Done);
            }
        }
    }
}
