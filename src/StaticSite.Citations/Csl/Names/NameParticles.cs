namespace StaticSite.Citations.Csl.Names;

/// <summary>
/// Data often has particles and suffixes within the family or the given name: <c>van der Vlist</c>, <c>Ludwig von</c>,
/// <c>John, Jr.</c> A family name in quotation marks is left as it is.
/// </summary>
internal static class NameParticles
{
    public static bool HasText(Name name) =>
        !string.IsNullOrWhiteSpace(name.Family) || !string.IsNullOrWhiteSpace(name.Given) || !string.IsNullOrWhiteSpace(name.Literal);

    /// <returns>The same name where it is in order.</returns>
    public static Name Parse(Name name)
    {
        if (!string.IsNullOrWhiteSpace(name.Literal) && string.IsNullOrWhiteSpace(name.Family))
        {
            return name;
        }

        var family = name.Family?.Trim() ?? "";
        if (family.Length > 2 && family[0] == '"' && family[^1] == '"')
        {
            return name with { Family = family[1..^1] };
        }

        var parsed = family.Length > 0 && family.Length == name.Family!.Length ? name : name with { Family = family.Length > 0 ? family : null };
        if (string.IsNullOrEmpty(name.NonDroppingParticle) && LeadingParticle(family) is var length and > 0)
        {
            parsed = parsed with { NonDroppingParticle = family[..length].TrimEnd(), Family = family[length..].TrimStart() };
        }

        return ParseGiven(parsed);
    }

    private static Name ParseGiven(Name name)
    {
        if (name.Given?.Trim() is not { Length: > 0 } given)
        {
            return name;
        }

        if (string.IsNullOrEmpty(name.Suffix) && given.IndexOf(',', StringComparison.Ordinal) is var comma and > 0)
        {
            var suffix = given[(comma + 1)..];
            var isForced = suffix.StartsWith('!');
            name = name with { Suffix = suffix.TrimStart('!').Trim(), HasCommaSuffix = isForced || name.HasCommaSuffix };
            given = given[..comma].TrimEnd();
        }

        if (string.IsNullOrEmpty(name.DroppingParticle) && TrailingParticle(given) is var start and > 0)
        {
            return name with { DroppingParticle = given[start..].Trim(), Given = given[..start].Trim() };
        }

        return given.Length == name.Given.Length ? name : name with { Given = given };
    }

    /// <returns>How much of the family name is a particle: the words before the first with a capital.</returns>
    private static int LeadingParticle(string family)
    {
        var end = 0;
        while (end < family.Length && !EndsParticle(family[end]))
        {
            var space = family.IndexOf(' ', end);
            var apostrophe = family.AsSpan(end).IndexOfAny("'\u2019-\u2010");
            var word = space < 0 ? family.AsSpan(end) : family.AsSpan(end, space - end);
            if (apostrophe > 0 && apostrophe < word.Length - 1 && apostrophe <= 3 && IsLowercase(word[..apostrophe]) && char.IsUpper(word[apostrophe + 1]))
            {
                return end + apostrophe + 1;
            }

            if (space < 0 || !IsLowercase(word))
            {
                break;
            }

            end = space + 1;
        }

        return end;
    }

    private static int TrailingParticle(string given)
    {
        var start = given.Length;
        while (start > 0)
        {
            var space = given.LastIndexOf(' ', start - 1);
            if (space < 0 || !IsLowercase(given.AsSpan(space + 1, start - space - 1).TrimEnd()))
            {
                break;
            }

            start = space;
        }

        return start < given.Length ? start : -1;
    }

    private static bool EndsParticle(char c) => (char.IsUpper(c) || char.IsDigit(c) || c >= '\u0590') && c is not ('\u2019' or '\u2018');

    private static bool IsLowercase(ReadOnlySpan<char> word)
    {
        var any = false;
        foreach (var c in word)
        {
            if (EndsParticle(c))
            {
                return false;
            }

            any |= char.IsLower(c);
        }

        return any;
    }
}
