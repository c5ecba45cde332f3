namespace StaticSite.Citations.Formats.BibTex;

/// <summary>Types and names of an item as BibTeX writes them.</summary>
internal static class BibTexOutput
{
    /// <summary>The entry type, and the <c>entrysubtype</c> that tells what BibTeX has no type for.</summary>
    public static (string Type, string? Subtype) Type(Item item) => item.Type switch
    {
        "article-journal" => ("article", item.Field("container-title") is null && item.Field("archive_location") is not null ? item.Type : null),
        "article-magazine" => ("article", "magazine"),
        "article-newspaper" => ("article", "newspaper"),
        "article" => ("misc", FindArxiv(item) is null ? item.Type : null),
        "book" => ("book", null),
        "chapter" => ("incollection", null),
        "paper-conference" => ("inproceedings", null),
        "thesis" => (Thesis(item.Field("genre") ?? ""), null),
        "report" => ("techreport", null),
        "webpage" => ("online", null),
        "pamphlet" => ("booklet", null),
        "manuscript" => ("unpublished", null),
        "entry-encyclopedia" => ("inreference", null),
        "legal_case" => ("jurisdiction", null),
        "legislation" => ("legislation", null),
        "motion_picture" => ("video", null),
        "song" => ("audio", null),
        "graphic" => ("artwork", null),
        "personal_communication" => ("letter", null),
        "dataset" or "software" or "patent" or "standard" or "periodical" or "performance" or "review" => (item.Type, null),
        "document" => ("misc", item.Field("URL") is null ? null : item.Type),
        _ => ("misc", item.Type),
    };

    public static string? FindArxiv(Item item) =>
        item.Type == "article" && item.Field("number") is { } number && number.StartsWith("arXiv:", StringComparison.OrdinalIgnoreCase) ? number[6..] : null;

    public static string Name(Name name)
    {
        if (name.IsOthers)
        {
            return "others";
        }

        if (name.Literal is { } literal)
        {
            return $"{{{LatexWriter.Write(literal)}}}";
        }

        if (name.Family is not { } family)
        {
            return $"given={{{LatexWriter.Write(name.Given ?? "")}}}";
        }

        var particle = name.NonDroppingParticle ?? name.DroppingParticle;
        if (particle is null && name.Given is null && name.Suffix is null && PersonNames.Undivided(family) is { Family: not null } && !NeedsBraces(family))
        {
            return LatexWriter.Write(family);
        }

        var suffix = name.Suffix is null ? "" : $"{Part(name.Suffix)}, ";
        return $"{(particle is null ? "" : LatexWriter.Write(particle) + " ")}{Part(family)}, {suffix}{(name.Given is { } given ? Part(given) : "")}".TrimEnd();
    }

    private static string Thesis(string genre)
    {
        var isDoctoral = genre.Contains("博士", StringComparison.Ordinal) || genre.Contains("PhD", StringComparison.OrdinalIgnoreCase) || genre.Contains("doctor", StringComparison.OrdinalIgnoreCase);
        var isMasters = genre.Contains("硕士", StringComparison.Ordinal) || genre.Contains("master", StringComparison.OrdinalIgnoreCase);
        return isDoctoral ? "phdthesis" : isMasters ? "mastersthesis" : "thesis";
    }

    private static string Part(string part) => NeedsBraces(part) ? $"{{{LatexWriter.Write(part)}}}" : LatexWriter.Write(part);

    /// <summary>Whether the part would be taken for several, for a particle, or for two names.</summary>
    private static bool NeedsBraces(string part) =>
        part.AsSpan().IndexOfAny(",;；、=") >= 0 || (part.Length > 0 && char.IsLower(part[0])) || part.Contains(" and ", StringComparison.OrdinalIgnoreCase)
        || part.Equals("others", StringComparison.OrdinalIgnoreCase) || part.Equals("and", StringComparison.OrdinalIgnoreCase);
}
