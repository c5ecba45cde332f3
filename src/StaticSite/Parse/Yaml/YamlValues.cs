using System.Collections.Immutable;
using System.Globalization;
using StaticSite.Model;

namespace StaticSite.Parse.Yaml;

/// <summary>Values of a node by the type that its key demands. Null means that what is wrong has been reported.</summary>
internal static class YamlValues
{
    private const int GreatestCount = 10_000;

    /// <summary>So few are compared one by one.</summary>
    private const int FewIds = 16;

    private static readonly char[] s_separators = [',', '，', '、', ';', '；'];

    public static Located<string>? Text(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is YamlScalar { IsNull: false } scalar)
        {
            return new Located<string>(scalar.Text.Trim(), scalar.Where);
        }

        found.Add(ParseDiagnostics.WrongType(key, "a text", $"{key}: some words", node));
        return null;
    }

    public static bool? Flag(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is YamlScalar { Text: "true" or "True" or "TRUE" })
        {
            return true;
        }

        if (node is YamlScalar { Text: "false" or "False" or "FALSE" })
        {
            return false;
        }

        var isMeantAsNo = node is YamlScalar { Text: var text } && text.ToLowerInvariant() is "no" or "off" or "n" or "0" or "否" or "不";
        found.Add(ParseDiagnostics.WrongType(key, "true or false", $"{key}: {(isMeantAsNo ? "false" : "true")}", node));
        return null;
    }

    public static int? Count(YamlNode node, string key, int least, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is YamlScalar scalar
            && int.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && count >= least && count <= GreatestCount)
        {
            return count;
        }

        found.Add(ParseDiagnostics.WrongType(key, $"a whole number from {least} to {GreatestCount}", $"{key}: 20", node));
        return null;
    }

    public static ImmutableArray<YamlNode> Items(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is not YamlSequence list)
        {
            return [node];
        }

        foreach (var item in list.Items)
        {
            if (IsEmpty(item))
            {
                found.Add(ParseDiagnostics.EmptyEntry(key, item.Where));
            }
        }

        return list.Items.RemoveAll(IsEmpty);
    }

    private static bool IsEmpty(YamlNode node) => node.IsNull || (node is YamlScalar { Text: var text } && string.IsNullOrWhiteSpace(text));

    public static ImmutableArray<Located<string>>? Ids(YamlNode node, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (node is YamlMapping)
        {
            found.Add(ParseDiagnostics.WrongType(key, "a list of texts", $"{key}: [first, second]", node));
            return null;
        }

        var items = Items(node, key, found);
        var ids = ImmutableArray.CreateBuilder<Located<string>>(items.Length);
        var places = items.Length > FewIds ? new Dictionary<string, int>(items.Length, StringComparer.Ordinal) : null;
        foreach (var item in items)
        {
            if (item is not YamlScalar)
            {
                found.Add(ParseDiagnostics.WrongEntry(key, "a text", $"{key}: [first, second]", item));
            }
            else if (Text(item, key, found) is { } text && CheckListedId(text, key, found) is { } id)
            {
                if (FindTwin(id.Value) is { } twin)
                {
                    found.Add(ParseDiagnostics.ListedTwice(key, id, twin.Where));
                }
                else
                {
                    places?.Add(id.Value, ids.Count);
                    ids.Add(id);
                }
            }
        }

        return ids.DrainToImmutable();

        Located<string>? FindTwin(string id)
        {
            if (places is not null)
            {
                return places.TryGetValue(id, out var place) ? ids[place] : null;
            }

            for (var i = 0; i < ids.Count; i++)
            {
                if (ids[i].Value == id)
                {
                    return ids[i];
                }
            }

            return null;
        }
    }

    private static Located<string>? CheckListedId(Located<string> text, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        string[] entries = text.Value.IndexOfAny(s_separators) >= 0
            ? text.Value.Split(s_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [];
        if (entries.Length < 2)
        {
            return CheckId(text, key, found);
        }

        found.Add(ParseDiagnostics.EntriesNotSeparated(key, text, entries));
        return null;
    }

    /// <summary>An id becomes part of an address or of a file name.</summary>
    public static Located<string>? CheckId(Located<string> id, string key, ImmutableArray<Diagnostic>.Builder found)
    {
        if (AddressName.FindProblem(id.Value) is not { } problem)
        {
            return id;
        }

        found.Add(ParseDiagnostics.BadId(key, id, problem));
        return null;
    }

    /// <summary>The mapping that a whole file, or its front matter, has to be. Nothing but comments counts as an empty one.</summary>
    public static YamlMapping? Root(SourceFile source, YamlNode root, ImmutableArray<Diagnostic>.Builder found)
    {
        if (root is YamlMapping mapping)
        {
            return mapping;
        }

        if (root.IsNull)
        {
            return new YamlMapping([], root.Where);
        }

        var firstLine = source.Text.AsSpan(root.Where.Start, root.Where.Length).IndexOfAny('\r', '\n');
        var end = root.Where.Start + (firstLine < 0 ? root.Where.Length : firstLine);
        found.Add((root is YamlScalar { IsPlain: true } ? YamlFailure.FindMissingSpace(source, root.Where.Start, end) : null)
            ?? ParseDiagnostics.KeysExpected(root));
        return null;
    }
}
