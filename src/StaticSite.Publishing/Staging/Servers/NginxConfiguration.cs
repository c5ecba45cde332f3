using System.Text;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <summary>What stands in nginx's <c>server { }</c>. It needs nothing but nginx; for brotli the module brotli_static.</summary>
internal sealed class NginxConfiguration
{
    private readonly StringBuilder _text = new();
    private readonly ServedSite _served;

    private NginxConfiguration(ServedSite served) => _served = served;

    /// <param name="root">Full path of the folder that is served.</param>
    /// <param name="encodings">Which compressed forms lie beside the files: <c>br</c>, <c>gzip</c>.</param>
    public static string Write(StagedSite site, string root, IReadOnlyCollection<string> encodings)
    {
        var configuration = new NginxConfiguration(ServedSite.Of(site));
        configuration.WriteServer(site.Manifest.BaseUrl, root, encodings);
        configuration.WritePlaces();
        configuration.WriteRedirects(site);
        return configuration._text.ToString();
    }

    private void WriteServer(Uri baseUrl, string root, IReadOnlyCollection<string> encodings)
    {
        Line($"# {baseUrl.AbsoluteUri}, written by staticsite. Include it in a server block; reload nginx when it has changed.");
        Line($"root {Quoted(root)};");
        Line("index index.html;");
        Line("absolute_redirect off;");
        Line($"gzip_static {(encodings.Contains("gzip") ? "on" : "off")};");
        if (encodings.Contains("br"))
        {
            Line("brotli_static on;");
        }

        Line("gzip_vary on;");
        Line($"default_type {ContentTypes.Unknown};");
        Line("types {");
        foreach (var (type, endings) in _served.Types)
        {
            Line($"    {Quoted(type)} {string.Join(' ', endings)};");
        }

        Line("}");
        WriteHeaders(_served.Default, indent: "");
        WriteNotFound("", indent: "");
    }

    private void WritePlaces()
    {
        foreach (var folder in _served.NotFound.Where(folder => folder.Length > 0 && !_served.Places.Any(place => place.IsFolder && place.Path == folder)))
        {
            // A location has nothing from the one around it.
            WritePlace(new(folder, IsFolder: true, _served.HeadersAround(folder)));
        }

        foreach (var place in _served.Places)
        {
            WritePlace(place);
        }
    }

    private void WritePlace(ServedPlace place)
    {
        Line($"location {(place.IsFolder ? "^~" : "=")} {Quoted("/" + place.Path)} {{");
        WriteHeaders(place.Headers, indent: "    ");
        WriteNotFound(place.Path, indent: "    ");
        Line("}");
    }

    private void WriteHeaders(IEnumerable<KeyValuePair<string, string>> headers, string indent)
    {
        foreach (var (name, value) in headers)
        {
            if (name.Equals(HeaderSheet.ContentType, StringComparison.OrdinalIgnoreCase))
            {
                Line($"{indent}types {{ }}");
                Line($"{indent}default_type {Quoted(value)};");
            }
            else
            {
                Line($"{indent}add_header {name} {Quoted(value)} always;");
            }
        }
    }

    private void WriteNotFound(string path, string indent)
    {
        if (_served.NotFound.FirstOrDefault(folder => path.StartsWith(folder, StringComparison.Ordinal)) is { } folder)
        {
            Line($"{indent}error_page 404 {Quoted(Address.EscapePath($"/{folder}{ServedSite.NotFoundPage}"))};");
        }
    }

    private void WriteRedirects(StagedSite site)
    {
        var files = site.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var redirect in site.Redirects)
        {
            var query = redirect.To.AsSpan().IndexOfAny('?', '#') < 0 ? "$is_args$args" : "";
            var answer = $"{{ return {(redirect.IsPermanent ? 301 : 302)} \"{redirect.To}{query}\"; }}";
            var from = Uri.UnescapeDataString(redirect.From);
            Line($"location = {Quoted(from)} {answer}");
            if (from.EndsWith('/') && from.Length > 1 && !files.Contains(from[1..^1]))
            {
                Line($"location = {Quoted(from[..^1])} {answer}");
            }
        }
    }

    /// <summary>A value's <c>$</c> would be a variable; no header of the settings has one.</summary>
    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private void Line(string line) => _text.Append(line).Append('\n');
}
