using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>One entry on its way to a CSL item.</summary>
internal sealed partial class BibTexWork(RawEntry entry, ImmutableArray<ReferenceProblem>.Builder problems)
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly string _type = BibTexTypes.Csl(entry);

    public Item ToItem()
    {
        if (BibTexTypes.FindCsl(entry.Type) is null)
        {
            problems.Add(BibTexProblems.UnknownType(entry.TypeStart, entry.Type));
        }

        foreach (var (field, variable, _) in BibTexFields.Plain)
        {
            Set(variable, Text(field));
        }

        var language = Text("langid") ?? Text("language");
        language = language is null ? null : LanguageTags.Find(language.Split(" and ", 2)[0]);
        SetTitles(language);
        SetNumbers();
        SetPublisher();
        SetKind(language);
        SetNotes();
        SetIdentifiers();
        SetEprint();
        return new Item(entry.Key, _type) { Language = language, Fields = ItemVariables.Of(_fields), Names = Names(), Dates = Dates() };
    }

    private void Set(string variable, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _fields[variable] = text;
        }
    }

    /// <summary>Null where the field is missing or empty.</summary>
    private string? Text(string name)
    {
        if (entry.Find(name) is not { } field)
        {
            return null;
        }

        // A field keeps its name where it is inherited under another; both are titles or both are not.
        if (field.Decoded is null)
        {
            field.Decoded = LatexText.Read(field.Value, BibTexFieldNames.Mode(field.Name), out var unknown);
            if (unknown is not null)
            {
                problems.Add(BibTexProblems.UnknownCommand(field, unknown));
            }
        }

        return field.Decoded.Length == 0 ? null : field.Decoded;
    }

    private void SetTitles(string? language)
    {
        Set("title", Joined("title", "subtitle", "titleaddon", language) ?? Joined("maintitle", "mainsubtitle", "maintitleaddon", language));
        var journal = WithoutBraces(Joined("journal", "journalsubtitle", "journaltitleaddon", language));
        var book = Joined("booktitle", "booksubtitle", "booktitleaddon", language);
        var main = entry.Find("title") is null ? null : Joined("maintitle", "mainsubtitle", "maintitleaddon", language);
        Set("container-title", journal ?? (book is not null && main is not null ? Join(main, book, language) : book ?? main));
    }

    private string? Joined(string title, string subtitle, string addon, string? language)
    {
        var joined = Text(title) is { } first ? Text(subtitle) is { } second ? Join(first, second, language) : first : null;
        return joined is not null && Text(addon) is { } added ? $"{joined}{(EndsSentence(joined) ? " " : ". ")}{added}" : joined;
    }

    /// <summary>Braces around the whole name of a journal guard it from BibTeX's styles; CSL's do not change it.</summary>
    private static string? WithoutBraces(string? journal)
    {
        var (open, close) = LatexCommands.Tags(LatexStyle.NoCase);
        return journal is not null && journal.StartsWith(open, StringComparison.Ordinal) && journal.IndexOf(close, StringComparison.Ordinal) == journal.Length - close.Length
            ? journal[open.Length..^close.Length]
            : journal;
    }

    private static string Join(string title, string subtitle, string? language)
    {
        var isChinese = language is null ? Script.HasHan(title) : Script.Primary(language) is "zh";
        return title + (isChinese ? "：" : EndsSentence(title) || title.EndsWith(':') ? " " : ": ") + subtitle;
    }

    private static bool EndsSentence(string text) => text[^1] is '.' or '?' or '!';

    private void SetNumbers()
    {
        Set("edition", Text("edition") is { } edition ? BibTexEditions.Read(edition) : null);
        Set("page", Text("pages") is { } pages ? Pages(pages) : Text("eid"));
        if (CslTypes.IsInPeriodical(_type))
        {
            Set("issue", Text("number") ?? Text("issue"));
            return;
        }

        Set(CslTypes.IsBookOrPart(_type) ? "collection-number" : "number", Text("number"));
        Set("issue", Text("issue"));
    }

    /// <summary><c>12--20, 25</c> is <c>12-20, 25</c>.</summary>
    private static string Pages(string pages) => PageDash().Replace(pages, "-");

    private void SetPublisher()
    {
        var places = _type == "thesis" ? (ReadOnlySpan<string>)["school", "institution", "publisher", "organization"]
            : _type == "report" ? ["institution", "publisher", "organization", "school"]
            : ["publisher", "institution", "organization", "school"];
        foreach (var place in places)
        {
            if (Text(place) is { } publisher)
            {
                Set("publisher", publisher);
                break;
            }
        }

        Set("publisher-place", Text("address") is { } location ? location.Replace(" and ", "; ", StringComparison.Ordinal) : null);
        if (Text("howpublished") is { } how)
        {
            var address = WebAddress().Match(how);
            Set(address.Success ? "URL" : _fields.ContainsKey("publisher") ? "medium" : "publisher", address.Success ? address.Value : how);
        }
    }

    private void SetKind(string? language)
    {
        var isChinese = language is not null && Script.Primary(language) is "zh";
        var written = Text("type");
        Set("genre", (written ?? entry.Type) switch
        {
            "phdthesis" => isChinese ? "博士学位论文" : "PhD thesis",
            "mastersthesis" or "mathesis" => isChinese ? "硕士学位论文" : "Master’s thesis",
            "candthesis" => "Candidate thesis",
            "bathesis" => isChinese ? "学士学位论文" : "Bachelor’s thesis",
            "techreport" => written is null ? null : "Technical report",
            "resreport" => "Research report",
            _ => written,
        });
        Set("status", Text("pubstate") switch
        {
            "inpress" => "in press",
            "inpreparation" => "in preparation",
            "prepublished" => "pre-published",
            var other => other,
        });
    }

    private void SetNotes()
    {
        var note = Text("note");
        if (note is not null && PubMedNote().Match(note) is { Success: true } match)
        {
            Set("PMID", match.Groups["pmid"].Value);
            Set("PMCID", match.Groups["pmcid"].Value);
            note = null;
        }

        Set("note", string.Join(' ', ((string?[])[note, Text("addendum")]).Where(text => text is not null)));
    }

    private VariableDictionary<ImmutableArray<Name>> Names()
    {
        bool? usesPrefix = entry.Find("options")?.Value is { } options && UsePrefix().Match(options) is { Success: true } option ? option.Groups[1].Value != "false" : null;
        var names = new Dictionary<string, ImmutableArray<Name>>(StringComparer.Ordinal);
        foreach (var (field, variable) in BibTexFields.Names)
        {
            Add(variable, entry.Find(field));
        }

        Add(EditorRole("editortype") ?? "editor", entry.Find("editor"));
        Add(EditorRole("editoratype") ?? "editor", entry.Find("editora"));
        Add(EditorRole("editorbtype") ?? "editor", entry.Find("editorb"));
        Add(EditorRole("editorctype") ?? "editor", entry.Find("editorc"));
        return ItemVariables.Of(names);

        void Add(string variable, RawField? field)
        {
            if (field is not null && BibTexNames.Read(field, usesPrefix, problems) is { IsEmpty: false } read)
            {
                names[variable] = names.TryGetValue(variable, out var before) ? before.AddRange(read) : read;
            }
        }
    }

    private string? EditorRole(string typeField) => Text(typeField) switch
    {
        "compiler" => "compiler",
        "organizer" => "organizer",
        "director" => "director",
        "producer" => "producer",
        "translator" => "translator",
        "illustrator" => "illustrator",
        _ => null,
    };

    private VariableDictionary<ItemDate> Dates()
    {
        var dates = new Dictionary<string, ItemDate>(StringComparer.Ordinal);
        if (BibTexDates.Issued(entry, problems) is { } issued)
        {
            dates["issued"] = issued;
        }

        foreach (var (name, variable) in BibTexFields.Dates)
        {
            if (entry.Find(name) is { } field && BibTexDates.Read(field, problems) is { } date)
            {
                dates[variable] = date;
            }
        }

        return ItemVariables.Of(dates);
    }

    [GeneratedRegex(@"\s*[-–—‐‑]+\s*", RegexOptions.CultureInvariant)]
    private static partial Regex PageDash();

    [GeneratedRegex(@"https?://[^\s{}<>""]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"\A\s*(?:PMID:\s*(?<pmid>[0-9]{1,11}))?[\s;,.]*(?:PMCID:\s*(?<pmcid>PMC[0-9]{1,11}))?[\s;,.]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PubMedNote();

    [GeneratedRegex(@"\buseprefix\s*(?:=\s*(true|false))?", RegexOptions.CultureInvariant)]
    private static partial Regex UsePrefix();
}
