using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>The keys of the front matter whose entries have a form of their own.</summary>
internal static class FrontMatterLists
{
    /// <summary>Citation keys, with or without <c>@</c>, and items written in place. Pandoc's one text of several keys is taken too.</summary>
    public static ImmutableArray<Located<ReferenceEntry>>? References(YamlFields fields, string key)
    {
        if (fields.Find(key) is not { } node)
        {
            return null;
        }

        ImmutableArray<YamlNode> items = node is YamlMapping ? [node] : YamlValues.Items(node, key, fields.Found);
        var entries = ImmutableArray.CreateBuilder<Located<ReferenceEntry>>(items.Length);
        foreach (var item in items)
        {
            if (item is YamlScalar text)
            {
                AddKeys(text, key, entries, fields.Found);
            }
            else if (item is YamlMapping && ReferenceItemParser.Parse(item, fields.Found) is { } inline)
            {
                entries.Add(new Located<ReferenceEntry>(new ReferenceEntry(null, inline.Value), inline.Where));
            }
            else if (item is YamlSequence)
            {
                fields.Found.Add(ParseDiagnostics.WrongEntry(key, "a citation key or an item", $"{key}: [choi2020, zhu2007]", item));
            }
        }

        return entries.DrainToImmutable();
    }

    private static void AddKeys(
        YamlScalar text, string key, ImmutableArray<Located<ReferenceEntry>>.Builder entries, ImmutableArray<Diagnostic>.Builder found)
    {
        var written = text.Text.Trim();
        if (!written.StartsWith('@'))
        {
            AddKey(written);
            return;
        }

        foreach (var one in written.Split([' ', '\n', ',', ';', '，', '；'], StringSplitOptions.RemoveEmptyEntries))
        {
            AddKey(one);
        }

        void AddKey(string one)
        {
            var name = one.TrimStart('@');
            if (ReferenceItemParser.IsCitationKey(name))
            {
                entries.Add(new Located<ReferenceEntry>(new ReferenceEntry(name, null), text.Where));
            }
            else
            {
                found.Add(ParseDiagnostics.NotACitationKey(key, one, text.Where));
            }
        }
    }

    public static ImmutableArray<Located<RelatedEntry>> Related(YamlFields fields)
    {
        var entries = ImmutableArray.CreateBuilder<Located<RelatedEntry>>();
        foreach (var item in fields.Items("related"))
        {
            if (item is YamlMapping mapping)
            {
                if (RelatedOutside(new YamlFields(mapping, fields.Found)) is { } outside)
                {
                    entries.Add(new Located<RelatedEntry>(outside, item.Where));
                }
            }
            else if (item is not YamlScalar scalar)
            {
                fields.Found.Add(ParseDiagnostics.WrongEntry("related", "an id, or a title with an address", "related: [other-article, {title: A page, url: https://example.org}]", item));
            }
            else if (scalar.Text is var text && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
            {
                fields.Found.Add(ParseDiagnostics.RelatedWithoutTitle(text, item.Where));
            }
            else if (YamlValues.CheckId(new Located<string>(text.Trim(), item.Where), "related", fields.Found) is { } bundle)
            {
                entries.Add(new Located<RelatedEntry>(new RelatedEntry(new BundleId(bundle.Value), null, null), bundle.Where));
            }
        }

        return entries.DrainToImmutable();
    }

    private static RelatedEntry? RelatedOutside(YamlFields fields)
    {
        var title = fields.Has("title", "title: The title of the other page") ? fields.Text("title") : null;
        var address = fields.Has("url", "url: https://example.org/page") ? fields.Text("url") : null;
        fields.Finish();
        if (address is not { } url || title is not { } named)
        {
            return null;
        }

        if (WebAddress.Find(url.Value) is { } absolute)
        {
            return new RelatedEntry(null, named.Value, absolute.AbsoluteUri);
        }

        fields.Found.Add(ParseDiagnostics.BadWebAddress("url", url));
        return null;
    }

    /// <summary>Old addresses of this page, unescaped.</summary>
    public static ImmutableArray<Located<string>> Aliases(YamlFields fields)
    {
        var aliases = ImmutableArray.CreateBuilder<Located<string>>();
        foreach (var item in fields.Items("aliases"))
        {
            if (item is not YamlScalar { Text: var text })
            {
                fields.Found.Add(ParseDiagnostics.WrongEntry("aliases", "a path", "aliases: [/old-address/]", item));
                continue;
            }

            var alias = new Located<string>(text.Trim(), item.Where);
            var path = Uri.UnescapeDataString(alias.Value);
            if (FindAliasProblem(alias.Value, path) is { } problem)
            {
                fields.Found.Add(ParseDiagnostics.BadAlias(alias, problem));
            }
            else
            {
                aliases.Add(alias with { Value = path });
            }
        }

        return aliases.DrainToImmutable();
    }

    private static string? FindAliasProblem(string written, string path)
    {
        if (written.AsSpan().IndexOfAny("?#") >= 0)
        {
            return "a static site cannot tell addresses apart by what follows '?' or '#'";
        }

        if (path.Length < 2 || path[0] != '/')
        {
            return "it must be a path of this site that starts with '/'";
        }

        // The host's own answers to such paths differ from server to server.
        var parts = path.Trim('/').Split('/');
        return path[1] == '/' || parts.Any(part => AddressName.FindProblem(part) is not null and not "contains ':'")
            ? "one of its parts cannot be the name of a file"
            : null;
    }
}
