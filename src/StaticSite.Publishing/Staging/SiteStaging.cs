using System.Collections.Immutable;
using System.Security.Cryptography;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Compression;
using StaticSite.Publishing.Staging.Contents;
using StaticSite.Publishing.Staging.Headers;
using StaticSite.Publishing.Staging.Servers;

namespace StaticSite.Publishing.Staging;

/// <summary>Output → what is served, and how. It writes to its own folder only.</summary>
internal static class SiteStaging
{
    /// <summary>Null where the output cannot be served as it is.</summary>
    /// <exception cref="IOException">A disk that fails or is full.</exception>
    public static Outcome<StagedSite?> Stage(StagingRequest request, CancellationToken cancellation)
    {
        var manifest = ReadManifest(request);
        if (manifest.Value is null)
        {
            return new(null, manifest.Diagnostics);
        }

        var listing = OutputListing.Read(request.Output);
        var faults = OutputCheck.Find(manifest.Value, listing, request.OutputShownAs);
        if (HasError(faults))
        {
            return new(null, faults);
        }

        var memory = Memory.Read(StagingFolder.Remembered(request.Folder));
        var compressed = new CompressedFiles(StagingFolder.Compressed(request.Folder), memory.Forms);
        var contents = new ContentReader(request, listing, memory, compressed).Read(manifest.Value, cancellation);
        if (HasError(contents.Diagnostics))
        {
            return new(null, [.. faults, .. contents.Diagnostics]);
        }

        Remember(request, contents.Value, compressed, memory);
        var staged = Assemble(request, manifest.Value, contents.Value);
        return new(staged.Value, [.. faults, .. contents.Diagnostics, .. staged.Diagnostics]);
    }

    private static Outcome<OutputManifest?> ReadManifest(StagingRequest request)
    {
        var place = new FileInfo(Path.Join(request.Output, OutputManifest.FileName));
        if (place is not { Exists: true, LinkTarget: null })
        {
            return new(null, [StagingDiagnostics.NoOutput(request.OutputShownAs)]);
        }

        return OutputManifest.Find(File.ReadAllBytes(place.FullName)) switch
        {
            null => new(null, [StagingDiagnostics.UnreadableManifest(request.OutputShownAs)]),
            { IsComplete: false } => new(null, [StagingDiagnostics.InterruptedBuild(request.OutputShownAs)]),
            var manifest => new(manifest, []),
        };
    }

    private static void Remember(StagingRequest request, ImmutableArray<ReadContent> contents, CompressedFiles compressed, Memory before)
    {
        var memory = new Memory(
            contents.Where(content => content.IsSettled).ToDictionary(content => content.Path, content => new RememberedFile(content.File.Length, content.File.LastWriteUtc, content.Hash), StringComparer.Ordinal),
            contents.Where(content => ContentInspector.LooksInto(content.Path)).DistinctBy(content => content.Hash).ToDictionary(content => content.Hash, content => content.Use, StringComparer.Ordinal),
            compressed.Used);
        if (!memory.IsSameAs(before))
        {
            memory.Write(StagingFolder.Remembered(request.Folder));
        }

        compressed.DeleteUnused();
    }

    private static Outcome<StagedSite?> Assemble(StagingRequest request, OutputManifest manifest, ImmutableArray<ReadContent> contents)
    {
        var policy = SecurityPolicy.Of(contents.Select(content => content.Use), manifest.BaseUrl);
        var sheet = new HeaderSheet(policy, manifest.BaseUrl, request.Delivery.Headers);
        var files = contents.Select(content => new StagedFile(
            content.Path,
            content.Kind,
            Path.Join(request.Output, content.Path),
            content.File.Length,
            content.Hash,
            sheet.Of(content.Path, content.Kind, content.Hash, content.Use),
            content.Variants)).ToImmutableArray();
        var site = new StagedSite(manifest, files, Redirects.Of(contents.Select(content => (content.Path, content.Use))), []);
        var broken = PolicyOffences.Find(contents.Zip(files).Where(pair => pair.Second.Headers.GetValueOrDefault(HeaderSheet.ContentSecurityPolicy) == policy).Select(pair => pair.First), request.OutputShownAs);
        if (request.Server is not (WebServer.Netlify or WebServer.CloudflarePages))
        {
            return new(site, broken);
        }

        var headers = WriteServerFile(request, site, HostedHeaders.FileName, HostedHeaders.Write);
        var redirects = WriteServerFile(request, site, HostedRedirects.FileName, HostedRedirects.Write);
        return new(
            site with { ServerFiles = [.. headers.Value, .. redirects.Value] },
            [.. broken, .. headers.Diagnostics, .. redirects.Diagnostics]);
    }

    private static Outcome<ImmutableArray<StagedFile>> WriteServerFile(StagingRequest request, StagedSite site, string name, Func<StagedSite, HostedFile, Outcome<string>> write)
    {
        if (site.Files.Any(file => file.Path == name))
        {
            return new([], [StagingDiagnostics.OwnServerFile(request.OutputShownAs, name)]);
        }

        var place = StagingFolder.ServerFile(request.Folder, name);
        var written = write(site, new HostedFile(request.Shown(place), request.Server == WebServer.CloudflarePages));
        if (written.Value.Length == 0)
        {
            return new([], written.Diagnostics);
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(written.Value);
        StagingFolder.Replace(place, bytes);
        var headers = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.OrdinalIgnoreCase).Add(HeaderSheet.ContentType, "text/plain; charset=utf-8");
        return new([new StagedFile(name, FileKind.List, place, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), headers, [])], written.Diagnostics);
    }

    private static bool HasError(ImmutableArray<Diagnostic> diagnostics) => diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);
}
