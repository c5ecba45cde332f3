using System.Text;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <summary>What stands in a site block of Caddy's Caddyfile.</summary>
internal sealed class CaddyConfiguration
{
    private readonly StringBuilder _text = new();
    private readonly ServedSite _served;
    private readonly string _files;
    private int _matchers;

    private CaddyConfiguration(ServedSite served, IEnumerable<string> encodings)
    {
        _served = served;
        var precompressed = string.Join(' ', encodings);
        _files = precompressed.Length == 0 ? "file_server" : $"file_server {{\n\t\tprecompressed {precompressed}\n\t}}";
    }

    /// <param name="root">Full path of the folder that is served.</param>
    /// <param name="encodings">Which compressed forms lie beside the files: <c>br</c>, <c>gzip</c>.</param>
    public static string Write(StagedSite site, string root, IReadOnlyCollection<string> encodings)
    {
        var configuration = new CaddyConfiguration(ServedSite.Of(site), encodings);
        configuration.Line($"# {site.Manifest.BaseUrl.AbsoluteUri}, written by staticsite. Import it in a site block; reload Caddy when it has changed.");
        configuration.Line($"root * {Quoted(root)}");
        configuration.WriteSite(site);
        configuration.WriteErrors();
        return configuration._text.ToString();
    }

    private void WriteSite(StagedSite site)
    {
        // In a route, directives run in the order in which they stand: what is nearer to a file comes later and wins.
        Line("route {");
        WriteHeaders("*", _served.Default);
        WriteRedirects(site);
        WriteTypes();
        foreach (var place in _served.Places)
        {
            WritePlace(place);
        }

        Line($"\t{_files}");
        Line("}");
    }

    private void WriteTypes()
    {
        Line($"\theader {HeaderSheet.ContentType} {ContentTypes.Unknown}");
        foreach (var (type, endings) in _served.Types)
        {
            var name = Matcher();
            var paths = endings.Select(ending => $"*.{ending}").Concat(type == ContentTypes.Html ? ["*/"] : []);
            Line($"\t{name} path {string.Join(' ', paths)}");
            Line($"\theader {name} {HeaderSheet.ContentType} {Quoted(type)}");
        }
    }

    private void WritePlace(ServedPlace place)
    {
        var name = Matcher();
        var around = _served.HeadersAround(place.Path);
        Line($"\t{name} path {Paths(place)}");
        WriteHeaders(name, place.Headers.Where(header => around.GetValueOrDefault(header.Key) != header.Value));
        foreach (var header in around.Keys.Where(header => !place.Headers.ContainsKey(header)))
        {
            WriteRemoval(place, header);
        }
    }

    /// <summary>Caddy removes headers last of all, so that the places within that have the header must be left out.</summary>
    private void WriteRemoval(ServedPlace place, string header)
    {
        var name = Matcher();
        var others = _served.Places
            .Where(other => other.Path.StartsWith(place.Path, StringComparison.Ordinal) && other.Headers.ContainsKey(header))
            .Select(Paths)
            .ToList();
        Line($"\t{name} {{");
        Line($"\t\tpath {Paths(place)}");
        if (others.Count > 0)
        {
            Line($"\t\tnot path {string.Join(' ', others)}");
        }

        Line("\t}");
        Line($"\theader {name} -{header}");
    }

    /// <summary>A page is asked for by its folder.</summary>
    private static string Paths(ServedPlace place)
    {
        var path = Quoted($"/{place.Path}{(place.IsFolder ? "*" : "")}");
        return !place.IsFolder && Address.IsIndex(place.Path) ? $"{path} {Quoted(Address.Of(place.Path))}" : path;
    }

    private void WriteHeaders(string matcher, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            Line($"\theader {matcher} {name} {Quoted(value)}");
        }
    }

    private void WriteRedirects(StagedSite site)
    {
        if (site.Redirects.IsEmpty)
        {
            return;
        }

        var files = site.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        Line("\tmap {query} {staticsite_query} {");
        Line("\t\t\"\" \"\"");
        Line("\t\tdefault \"?{query}\"");
        Line("\t}");
        Line("\tmap {path} {staticsite_to} {staticsite_status} {");
        foreach (var redirect in site.Redirects)
        {
            var from = Uri.UnescapeDataString(redirect.From);
            var query = redirect.To.AsSpan().IndexOfAny('?', '#') < 0 ? "{staticsite_query}" : "";
            var answer = $"\"{redirect.To}{query}\" {(redirect.IsPermanent ? 301 : 302)}";
            Line($"\t\t{Quoted(from)} {answer}");
            if (from.EndsWith('/') && from.Length > 1 && !files.Contains(from[1..^1]))
            {
                Line($"\t\t{Quoted(from[..^1])} {answer}");
            }
        }

        Line("\t\tdefault \"\" 0");
        Line("\t}");
        Line("\t@redirected not vars {staticsite_to} \"\"");
        Line("\tredir @redirected {staticsite_to} {staticsite_status}");
    }

    /// <summary>The site's own headers do not reach here.</summary>
    private void WriteErrors()
    {
        Line("handle_errors {");
        Line("\troute {");
        WriteHeaders("*", _served.Default);
        Line("\t@missing expression `{http.error.status_code} == 404`");
        Line("\thandle @missing {");
        foreach (var folder in _served.NotFound)
        {
            var name = Matcher();
            Line($"\t{name} path {Quoted($"/{folder}*")}");
            Line($"\thandle {name} {{");
            Line($"\theader {HeaderSheet.ContentType} {Quoted(ContentTypes.Html)}");
            Line($"\trewrite * {Quoted($"/{folder}{ServedSite.NotFoundPage}")}");
            Line($"\t{_files}");
            Line("\t}");
        }

        Line("\t}");
        Line("\trespond \"{http.error.status_code} {http.error.status_text}\" {http.error.status_code}");
        Line("\t}");
        Line("}");
    }

    private string Matcher() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@staticsite_{_matchers++}");

    /// <summary>Between backquotes all but <c>{…}</c> is taken as it stands. No header has a backquote, and no path a backslash.</summary>
    private static string Quoted(string text)
    {
        var literal = text.Replace("{", "\\{", StringComparison.Ordinal);
        return literal.Contains('`', StringComparison.Ordinal) ? $"\"{literal.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : $"`{literal}`";
    }

    private void Line(string line) => _text.Append(line).Append('\n');
}
