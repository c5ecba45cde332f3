using System.Collections.Immutable;
using StaticSite.Link;
using StaticSite.Model;
using StaticSite.Read;
using StaticSite.Render;
using StaticSite.Write;

namespace StaticSite;

/// <summary>The whole flow of a build: files → parsed → linked → rendered → written. Only this folder's files know the order of the stages.</summary>
internal static class SiteBuild
{
    /// <exception cref="IOException">A disk that fails, or an output folder that must not be written to.</exception>
    public static BuildResult Run(BuildOptions options, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        var found = new Findings(options);
        var folder = OutputFolder.Open(options.Root, options.Output);

        progress?.Report(new BuildProgress("read", 0, 0));
        var files = found.Take(SiteReader.List(options.Root));
        var input = found.Take(SiteInput.Read(files, options, progress, cancellation));
        if (input is null)
        {
            return found.Refuse(pages: 0);
        }

        progress?.Report(new BuildProgress("link", 0, 0));
        var linked = found.Take(SiteLinker.Link(input.Site, options));
        if (found.KeepFromWriting)
        {
            return found.Refuse(linked.Pages.Length);
        }

        var output = found.Take(SiteRenderer.Render(
            linked, input.Theme, options.Now, file => SourceReader.FindText("", file.FullPath) ?? "", (done, total) => progress?.Report(new BuildProgress("render", done, total))));
        cancellation.ThrowIfCancellationRequested();
        var plan = found.Take(SiteWriter.Plan(output, folder, cancellation));
        if (found.KeepFromWriting)
        {
            return found.Refuse(linked.Pages.Length);
        }

        var stamp = new BuildStamp(SiteGenerator.NameAndVersion, linked.Settings.BaseUrl, options.Drafts, options.Future);
        var written = SiteWriter.Write(plan, stamp, progress, cancellation);
        return found.Finish(linked.Pages.Length, written);
    }

    /// <summary>What the stages found wrong, and what follows from it.</summary>
    private sealed class Findings(BuildOptions options)
    {
        private readonly ImmutableArray<Diagnostic>.Builder _all = ImmutableArray.CreateBuilder<Diagnostic>();

        public bool KeepFromWriting => _all.Any(found => found.Severity == Severity.Error || (options.Strict && found.Severity == Severity.Warning));

        public T Take<T>(Outcome<T> outcome)
        {
            _all.AddRange(outcome.Diagnostics);
            return outcome.Value;
        }

        public BuildResult Refuse(int pages) => Result(pages, new WriteResult(0, 0, 0), wasWritten: false);

        public BuildResult Finish(int pages, WriteResult written) => Result(pages, written, wasWritten: true);

        private BuildResult Result(int pages, WriteResult written, bool wasWritten) =>
            new(pages, written.Written, written.Unchanged, written.Removed, wasWritten, _all.ToImmutable())
            {
                FindText = path => SourceReader.FindText(options.Root, path),
            };
    }
}
