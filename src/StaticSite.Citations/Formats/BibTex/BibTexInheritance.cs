using System.Collections.Frozen;
using System.Collections.Immutable;

namespace StaticSite.Citations.Formats.BibTex;

/// <summary>What entries take over from others: everything from <c>xdata</c>, and from <c>crossref</c> what BibLaTeX takes.</summary>
internal sealed class BibTexInheritance(List<RawEntry> entries, ImmutableArray<ReferenceProblem>.Builder problems)
{
    // Volume, collection, series: more has no meaning, and a circle ends here.
    private const int MostGenerations = 3;
    private const int MostXdata = 8;

    private static readonly FrozenSet<string> s_ownOnly = FrozenSet.Create(
        StringComparer.Ordinal, "crossref", "xref", "xdata", "ids", "entryset", "label", "shorthand", "shorttitle", "sorttitle", "sortkey", "indextitle", "keywords",
        "options", "related", "relatedtype", "gender", "execute", "presort", "abstract", "annote", "annotation", "note", "file", "pages", "doi", "url", "urldate", "entrysubtype", "pagetotal");

    private readonly Dictionary<string, RawEntry> _byKey = ByKey(entries);

    public void Resolve()
    {
        foreach (var entry in entries)
        {
            foreach (var field in (ReadOnlySpan<RawField?>)[entry.Find("xdata"), entry.Find("crossref")])
            {
                if (field is not null)
                {
                    Report(field);
                }
            }
        }

        foreach (var entry in entries.Where(entry => BibTexTypes.IsWork(entry.Type) && (entry.Find("xdata") ?? entry.Find("crossref")) is not null))
        {
            Inherit(entry, entry, 0);
        }
    }

    private static Dictionary<string, RawEntry> ByKey(List<RawEntry> entries)
    {
        var byKey = new Dictionary<string, RawEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            byKey.TryAdd(entry.Key, entry);
        }

        return byKey;
    }

    private void Report(RawField field)
    {
        if (Keys(field).Any(key => key.Length > 0 && !_byKey.ContainsKey(key)))
        {
            problems.Add(BibTexProblems.ParentNotFound(field));
        }
    }

    private static IEnumerable<string> Keys(RawField field) =>
        field.Name == "xdata" ? field.Value.Split(',').Select(key => key.Trim()).Take(MostXdata) : [field.Value.Trim()];

    /// <param name="from">The child, or the parent whose own parents are asked in turn.</param>
    private void Inherit(RawEntry child, RawEntry from, int generation)
    {
        foreach (var reference in (ReadOnlySpan<RawField?>)[from.Find("xdata"), from.Find("crossref")])
        {
            foreach (var key in reference is null ? [] : Keys(reference))
            {
                if (_byKey.TryGetValue(key, out var parent) && parent != child && generation < MostGenerations)
                {
                    Take(child, parent, reference!.Name == "xdata");
                    Inherit(child, parent, generation + 1);
                }
            }
        }
    }

    private static void Take(RawEntry child, RawEntry parent, bool isWhole)
    {
        // A date is one thing: month and day of the parent do not go with a year of the child.
        var isDated = child.Find("date") is not null || child.Find("year") is not null;
        foreach (var field in parent.Fields.Values)
        {
            if (isDated && field.Name is ("date" or "year" or "month" or "day"))
            {
                continue;
            }

            if (isWhole || !s_ownOnly.Contains(field.Name))
            {
                var name = isWhole ? field.Name : NameInChild(field.Name, child.Type, parent.Type);
                if (name is not null)
                {
                    child.Fields.TryAdd(name, field);
                }
            }
        }
    }

    /// <summary>A book's title is the book title of its chapter.</summary>
    private static string? NameInChild(string name, string child, string parent)
    {
        var isPart = child is "inbook" or "bookinbook" or "suppbook" or "incollection" or "suppcollection" or "inreference" or "inproceedings" or "conference";
        var prefix = parent switch
        {
            "periodical" => "journal",
            "mvbook" or "mvcollection" or "mvproceedings" or "mvreference" => "main",
            _ => isPart ? "book" : "",
        };
        return name switch
        {
            "title" => prefix == "journal" ? "journal" : prefix + name,
            "subtitle" or "titleaddon" => prefix + (prefix == "journal" && name == "titleaddon" ? "titleaddon" : name),
            "author" when isPart => child is "inbook" or "bookinbook" or "suppbook" ? "bookauthor" : null,
            _ => name,
        };
    }
}
