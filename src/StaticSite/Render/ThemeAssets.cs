using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using StaticSite.Model;

namespace StaticSite.Render;

/// <summary>The theme's assets under addresses that change with their content, so that a CDN may keep them for ever.</summary>
/// <param name="Urls">By path below theme/assets.</param>
internal sealed partial record ThemeAssets(ImmutableDictionary<string, SiteUrl> Urls, ImmutableArray<OutputFile> Files)
{
    private const int HashLength = 10;

    /// <param name="theme">Its assets.</param>
    /// <param name="readText">Reads a stylesheet; the theme knows its assets by their place on disk only.</param>
    public static Outcome<ThemeAssets> Create(Theme theme, Func<FileContent, string> readText)
    {
        var addresses = new Addresses(theme.Assets, readText);
        foreach (var path in theme.Assets.Keys.Order(StringComparer.Ordinal))
        {
            addresses.Resolve(path);
        }

        return new(new(addresses.Urls.ToImmutable(), addresses.Files.ToImmutable()), addresses.Diagnostics.ToImmutable());
    }

    private static SiteUrl Address(string path, string hash)
    {
        var extension = Path.GetExtension(path);
        return new($"/assets/{path[..^extension.Length]}.{hash[..HashLength]}{extension}");
    }

    /// <summary>What a stylesheet refers to is resolved before the stylesheet, because its hash covers the addresses in it.</summary>
    private sealed class Addresses(ImmutableDictionary<string, FileContent> assets, Func<FileContent, string> readText)
    {
        private readonly HashSet<string> _open = new(StringComparer.Ordinal);

        public ImmutableDictionary<string, SiteUrl>.Builder Urls { get; } = ImmutableDictionary.CreateBuilder<string, SiteUrl>(StringComparer.Ordinal);

        public ImmutableArray<OutputFile>.Builder Files { get; } = ImmutableArray.CreateBuilder<OutputFile>();

        public ImmutableArray<Diagnostic>.Builder Diagnostics { get; } = ImmutableArray.CreateBuilder<Diagnostic>();

        /// <summary>Null for a stylesheet that is being resolved: it imports itself.</summary>
        public SiteUrl? Resolve(string path)
        {
            if (Urls.TryGetValue(path, out var known))
            {
                return known;
            }

            if (!_open.Add(path))
            {
                return null;
            }

            var content = assets[path];
            var url = path.EndsWith(".css", StringComparison.OrdinalIgnoreCase) ? AddStylesheet(path, content) : AddFile(path, content);
            _open.Remove(path);
            return Urls[path] = url;
        }

        private SiteUrl AddFile(string path, FileContent content)
        {
            var url = Address(path, content.Hash);
            Files.Add(OutputFile.Copy(url, $"theme/assets/{path}", content));
            return url;
        }

        private SiteUrl AddStylesheet(string path, FileContent content)
        {
            var source = new SourceFile($"theme/assets/{path}", readText(content));
            var bytes = Encoding.UTF8.GetBytes(Reference().Replace(source.Text, match => Rewrite(match, path, source)));
            var url = Address(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
            Files.Add(OutputFile.Of(url, OutputKind.Asset, source.Path, bytes));
            return url;
        }

        private string Rewrite(Match match, string stylesheet, SourceFile source)
        {
            var written = match.Groups["url"];
            if (!written.Success || written.Value is "" or ['#', ..])
            {
                return match.Value;
            }

            var where = source.Span(written.Index, written.Length);
            if (IsOutside(written.Value))
            {
                ReportOutside(written.Value, where);
                return match.Value;
            }

            var end = written.Value.AsSpan().IndexOfAny('?', '#');
            var (target, suffix) = end < 0 ? (written.Value, "") : (written.Value[..end], written.Value[end..]);
            var asset = Combine(stylesheet, target);
            if (!assets.ContainsKey(asset))
            {
                Diagnostics.Add(RenderDiagnostics.StylesheetAsset(written.Value, Nearest.Find(asset, assets.Keys.Order(StringComparer.Ordinal)), where));
                return match.Value;
            }

            if (Resolve(asset) is not { } url)
            {
                Diagnostics.Add(RenderDiagnostics.StylesheetCycle(asset, where));
                return match.Value;
            }

            var at = written.Index - match.Index;
            return string.Concat(match.Value.AsSpan(0, at), url.Escaped, suffix, match.Value.AsSpan(at + written.Length));
        }

        private void ReportOutside(string url, SourceSpan where)
        {
            if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
            {
                Diagnostics.Add(RenderDiagnostics.StylesheetLoadsFromOutside(url, where));
            }
            else if (!url.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
            {
                Diagnostics.Add(RenderDiagnostics.StylesheetData(url.Length > 40 ? url[..40] + "…" : url, where));
            }
        }
    }

    private static bool IsOutside(string url) =>
        url.StartsWith("//", StringComparison.Ordinal) || Scheme().IsMatch(url);

    /// <summary>A path relative to a stylesheet's folder, as a path below theme/assets; above that folder it names no asset.</summary>
    private static string Combine(string stylesheet, string target)
    {
        var segments = new List<string>(stylesheet.Split('/')[..^1]);
        foreach (var segment in target.Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return Uri.UnescapeDataString(string.Join('/', segments));
    }

    /// <summary>Comments and strings are matched too, so that nothing inside them counts.</summary>
    [GeneratedRegex("""
        /\*[\s\S]*?\*/
        | (?: @import\s+ | \burl\(\s* ) (?: "(?<url>[^"\n]*)" | '(?<url>[^'\n]*)' )
        | \burl\(\s* (?<url>[^"'()\s]*)
        | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex("^[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
