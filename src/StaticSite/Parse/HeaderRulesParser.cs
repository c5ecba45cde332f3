using System.Buffers;
using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>The list <c>headers</c> of <c>publish</c> in site.yml: which addresses are served with which headers.</summary>
internal static class HeaderRulesParser
{
    private const string Example = "headers: [{path: \"/zh/*\", set: {Cache-Control: \"public, max-age=60\"}}]";

    private static readonly SearchValues<char> s_nameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>These tell how a response is sent, which its server alone knows.</summary>
    private static readonly string[] s_ofTheServer =
    [
        "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Date", "ETag", "Last-Modified", "Location", "Set-Cookie", "Transfer-Encoding", "Vary",
    ];

    public static ImmutableArray<HeaderRule> Parse(YamlFields fields)
    {
        var rules = ImmutableArray.CreateBuilder<HeaderRule>();
        foreach (var item in fields.Items("headers"))
        {
            if (item is not YamlMapping mapping)
            {
                fields.Found.Add(ParseDiagnostics.WrongEntry("headers", "a path with the headers to set", Example, item));
            }
            else if (Rule(new YamlFields(mapping, fields.Found)) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return rules.DrainToImmutable();
    }

    private static HeaderRule? Rule(YamlFields fields)
    {
        var path = fields.Has("path", "path: \"/zh/*\"") ? Path(fields) : null;
        var headers = fields.Has("set", "set: {Cache-Control: \"public, max-age=60\"}") ? Headers(fields) : null;
        fields.Finish();
        return path is null || headers is null ? null : new HeaderRule(path, headers);
    }

    private static string? Path(YamlFields fields)
    {
        if (fields.Text("path") is not { } path || path.Value.StartsWith('/') || path.Value.StartsWith('*'))
        {
            return fields.Text("path")?.Value;
        }

        fields.Found.Add(ParseDiagnostics.HeaderPath(path));
        return null;
    }

    private static ImmutableSortedDictionary<string, string?>? Headers(YamlFields fields)
    {
        if (fields.Find("set") is not YamlMapping mapping)
        {
            fields.Found.Add(ParseDiagnostics.WrongType("set", "a group of headers", "set: {Cache-Control: \"public, max-age=60\"}", fields.Find("set")!));
            return null;
        }

        var headers = ImmutableSortedDictionary.CreateBuilder<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in mapping.Entries)
        {
            if (IsName(entry, fields.Found) && (entry.Value.IsNull || YamlValues.Text(entry.Value, entry.Key, fields.Found) is not null))
            {
                headers[entry.Key] = Value(entry, fields.Found);
            }
        }

        return headers.ToImmutable();
    }

    private static bool IsName(YamlEntry entry, ImmutableArray<Diagnostic>.Builder found)
    {
        var name = new Located<string>(entry.Key, entry.KeyWhere);
        if (entry.Key.Length == 0 || entry.Key.AsSpan().IndexOfAnyExcept(s_nameLetters) >= 0)
        {
            found.Add(ParseDiagnostics.HeaderName(name));
            return false;
        }

        if (!s_ofTheServer.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        found.Add(ParseDiagnostics.HeaderOfTheServer(name));
        return false;
    }

    /// <summary>Null takes the header away. Servers' files have no way to write the two signs.</summary>
    private static string? Value(YamlEntry entry, ImmutableArray<Diagnostic>.Builder found)
    {
        if (entry.Value is not YamlScalar { IsNull: false, Text: var text })
        {
            return null;
        }

        var value = text.Trim();
        if (value.Length > 0 && value.All(letter => letter is >= ' ' and <= '~' and not ('$' or '`')))
        {
            return value;
        }

        found.Add(ParseDiagnostics.HeaderValue(entry.Key, new Located<string>(value, entry.Value.Where)));
        return null;
    }
}
