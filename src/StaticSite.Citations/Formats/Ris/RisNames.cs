namespace StaticSite.Citations.Formats.Ris;

/// <summary><c>Choi, C. B.</c>, <c>Sodeman, William A., Jr.</c>; without a comma it is an institution.</summary>
internal static class RisNames
{
    public static Name? Read(string written)
    {
        var parts = written.Split(',', 3, StringSplitOptions.TrimEntries);
        if (parts.Length == 1 || (parts.Length == 2 && parts[1].Length == 0 && parts[0].Contains(' ', StringComparison.Ordinal)))
        {
            return PersonNames.Undivided(parts[0]);
        }

        var (particle, family) = SplitParticle(parts[0]);
        var name = new Name(NullIfEmpty(family), NullIfEmpty(parts[1])) { NonDroppingParticle = NullIfEmpty(particle), Suffix = parts.Length == 3 ? NullIfEmpty(parts[2]) : null };
        return name.Family is null && name.Given is null ? null : name;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    /// <summary><c>van der Veen</c>: small words before a family name are its particle.</summary>
    private static (string Particle, string Family) SplitParticle(string family)
    {
        var at = 0;
        for (var space = family.IndexOf(' ', StringComparison.Ordinal); space > 0 && char.IsLower(family[at]); space = family.IndexOf(' ', at))
        {
            at = space + 1;
            while (at < family.Length && family[at] == ' ')
            {
                at++;
            }
        }

        return (family[..at].TrimEnd(), family[at..]);
    }
}
