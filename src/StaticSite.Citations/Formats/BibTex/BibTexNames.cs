using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>
/// Lists of names: <c>von Last, Jr, First and {An Institution} and others</c>, and BibLaTeX's <c>family=…, given=…</c>.
/// The particle belongs to the family name (<c>van der Veen PH</c>), unless <c>useprefix=false</c> says otherwise.
/// </summary>
internal static class BibTexNames
{
    public static ImmutableArray<Name> Read(RawField field, bool? usesPrefix, ImmutableArray<ReferenceProblem>.Builder problems)
    {
        var names = ImmutableArray.CreateBuilder<Name>();
        foreach (var written in SplitNames(field.Value))
        {
            if (Name(written, usesPrefix, out var isDoubtful) is { } name)
            {
                names.Add(name);
            }

            if (isDoubtful)
            {
                problems.Add(BibTexProblems.NamesNotSeparated(field, written));
            }
        }

        return names.ToImmutable();
    }

    private static Name? Name(string written, bool? usesPrefix, out bool isDoubtful)
    {
        var parts = Split(written, ',');
        isDoubtful = parts.Count > 3 || Split(written, ';').Count > 1 || Split(written, '；').Count > 1 || Split(written, '、').Count > 1;
        if (written.Equals("others", StringComparison.OrdinalIgnoreCase))
        {
            return Citations.Name.Others;
        }

        if (parts.Any(IsExtended))
        {
            isDoubtful = false;
            return Extended(parts, usesPrefix);
        }

        if (isDoubtful || IsOneGroup(written))
        {
            return Text(written) is { Length: > 0 } literal ? new Name(null, null, literal) : null;
        }

        return parts.Count == 1 ? InReadingOrder(Words(written), usesPrefix) : FamilyFirst(parts, usesPrefix);
    }

    private static Name? InReadingOrder(List<string> words, bool? usesPrefix)
    {
        if (words.Count == 0)
        {
            return null;
        }

        if (words.Count == 1)
        {
            return PersonNames.Undivided(Text(words[0]));
        }

        if (words.Count == 2 && words.TrueForAll(word => PersonNames.IsHan(word)))
        {
            return new Name(words[0], words[1]);
        }

        var first = words.FindIndex(0, words.Count - 1, IsParticle);
        var family = first < 0 ? words.Count - 1 : words.FindLastIndex(words.Count - 2, IsParticle) + 1;
        var particle = first < 0 ? family : first;
        return Create(Join(words, family, words.Count), Join(words, 0, particle), Join(words, particle, family), null, usesPrefix);
    }

    private static Name? FamilyFirst(List<string> parts, bool? usesPrefix)
    {
        var words = Words(parts[0]);
        var family = words.Count < 2 ? 0 : words.FindLastIndex(words.Count - 2, IsParticle) + 1;

        // A particle stands before the family name: "Vega de la Torre" has none.
        family = words.Count > 0 && !IsParticle(words[0]) ? 0 : family;
        return Create(
            Join(words, family, words.Count), Text(parts[^1].Trim()), Join(words, 0, family), parts.Count == 3 ? Text(parts[1].Trim()) : null, usesPrefix);
    }

    private static Name? Extended(List<string> parts, bool? usesPrefix)
    {
        string? family = null, given = null, prefix = null, suffix = null;
        foreach (var part in parts)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var value = equals < 0 ? "" : Text(part[(equals + 1)..].Trim().Trim('"'));
            switch (equals < 0 ? "" : part[..equals].Trim().ToLowerInvariant())
            {
                case "family":
                    family = value;
                    break;
                case "given":
                    given = value;
                    break;
                case "prefix":
                    prefix = value;
                    break;
                case "suffix":
                    suffix = value;
                    break;
                case "useprefix":
                    usesPrefix = value != "false";
                    break;
            }
        }

        return Create(family, given, prefix, suffix, usesPrefix);
    }

    private static Name? Create(string? family, string? given, string? particle, string? suffix, bool? usesPrefix)
    {
        var name = new Name(NullIfEmpty(family), NullIfEmpty(given)) { Suffix = NullIfEmpty(suffix) };
        if (name.Family is null && name.Given is null)
        {
            return null;
        }

        return usesPrefix == false ? name with { DroppingParticle = NullIfEmpty(particle) } : name with { NonDroppingParticle = NullIfEmpty(particle) };
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool IsExtended(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && part.AsSpan(0, equals).Trim() is "family" or "given" or "prefix" or "suffix" or "useprefix" or "given-i" or "family-i" or "prefix-i" or "suffix-i";
    }

    /// <summary>Its first letter outside braces, or that of the command it starts with, is a small one.</summary>
    private static bool IsParticle(string word)
    {
        if (word.StartsWith('{') && !word.StartsWith("{\\", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var c in word[0] is '\\' or '{' ? LatexText.Read(word, LatexMode.Text) : word)
        {
            if (char.IsLetter(c))
            {
                return char.IsLower(c);
            }
        }

        return false;
    }

    private static string Join(List<string> words, int from, int to) => from >= to ? "" : Text(string.Join(' ', words.GetRange(from, to - from)));

    private static string Text(string written) => LatexText.Read(written, LatexMode.Text);

    /// <summary><c>{World Health Organization}</c>, the one pair of braces around it all.</summary>
    private static bool IsOneGroup(string written)
    {
        if (!written.StartsWith('{') || !written.EndsWith('}') || written.StartsWith("{\\", StringComparison.Ordinal))
        {
            return false;
        }

        var open = 0;
        for (var i = 0; i < written.Length - 1; i++)
        {
            open += written[i] == '{' ? 1 : written[i] == '}' ? -1 : 0;
            if (open == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var (open, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            open += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (open == 0 && text[i] == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var (open, start) = (0, -1);
        for (var i = 0; i <= text.Length; i++)
        {
            var isSpace = i == text.Length || (open <= 0 && (char.IsWhiteSpace(text[i]) || text[i] == '~'));
            if (isSpace && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
            else if (!isSpace)
            {
                start = start < 0 ? i : start;
                open += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            }
        }

        return words;
    }

    /// <summary>At the word <c>and</c> outside braces.</summary>
    private static IEnumerable<string> SplitNames(string text)
    {
        var (open, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            open += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (open == 0 && text[i] is 'a' or 'A' && IsAnd(text, i))
            {
                if (text[start..i].Trim() is { Length: > 0 } name)
                {
                    yield return name;
                }

                start = i + 3;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } last)
        {
            yield return last;
        }
    }

    private static bool IsAnd(string text, int at) =>
        at > 0 && char.IsWhiteSpace(text[at - 1]) && at + 3 < text.Length && char.IsWhiteSpace(text[at + 3])
        && text.AsSpan(at, 3).Equals("and", StringComparison.OrdinalIgnoreCase);
}
