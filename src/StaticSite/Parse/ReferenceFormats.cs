using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Citations.Formats;
using StaticSite.Citations.Formats.BibTex;
using StaticSite.Citations.Formats.Ris;
using StaticSite.Model;

namespace StaticSite.Parse;

/// <summary>BibTeX and RIS: items with their places, and what their readers say as diagnostics of the site.</summary>
internal sealed class ReferenceFormats
{
    private readonly SourceFile _file;
    private readonly ImmutableArray<Diagnostic>.Builder _found;
    private readonly Dictionary<string, string?> _nearestFields = new(StringComparer.Ordinal);

    private ReferenceFormats(SourceFile file, ImmutableArray<Diagnostic>.Builder found) => (_file, _found) = (file, found);

    public static void Parse(SourceFile file, ReferenceItems items)
    {
        var isBibTex = file.Path.EndsWith(".bib", StringComparison.Ordinal);
        var reading = isBibTex ? BibTexReader.Read(file.Text) : RisReader.Read(file.Text);
        var formats = new ReferenceFormats(file, items.Found);
        foreach (var problem in reading.Problems)
        {
            if (formats.Explain(problem, isBibTex) is { } diagnostic)
            {
                items.Found.Add(diagnostic);
            }
        }

        items.IsIncomplete |= reading.IsIncomplete;
        foreach (var item in reading.Items)
        {
            items.Add(formats.Place(item));
        }
    }

    private Located<Item>? Place(PlacedItem item)
    {
        var where = _file.Span(item.Start, item.Length);
        return ReferenceItemParser.HasCitationKey(new Located<string>(item.Item.Id, where), _found) ? new Located<Item>(item.Item, where) : null;
    }

    /// <summary>Null for a field that is not known and near none that is: other programs keep their own in these files.</summary>
    private Diagnostic? Explain(ReferenceProblem problem, bool isBibTex)
    {
        var where = _file.Span(problem.Start, problem.Length);
        var written = new Located<string>(_file.Text.Substring(problem.Start, problem.Length), where);
        return problem.Code switch
        {
            ProblemCodes.BadIdentifier => ParseDiagnostics.BadIdentifier(where, problem.Message, problem.Hint),
            ProblemCodes.WrongCheckDigit => ParseDiagnostics.WrongCheckDigit(where, problem.Message, problem.Hint),
            ProblemCodes.BadDate => ParseDiagnostics.BadReferenceDate(where, problem.Message, problem.Hint),
            ProblemCodes.DateAsWords => ParseDiagnostics.ReferenceDateAsWords(where, problem.Message, problem.Hint),
            ProblemCodes.NoKey => ParseDiagnostics.ReferenceWithoutId(where, problem.Hint),
            ProblemCodes.UnknownType => ParseDiagnostics.UnknownReferenceType(
                written, isBibTex ? "a BibTeX entry type" : "a RIS type", Nearest.Hint(written.Value, isBibTex ? BibTexReader.EntryTypes : RisReader.Types) ?? problem.Hint),
            ProblemCodes.UnknownField => FindNearestField(written.Value) is { } nearest ? ParseDiagnostics.UnknownReferenceKey(written.Value, where, "a BibTeX field", nearest) : null,
            _ => ExplainSyntax(problem, where),
        };
    }

    private static Diagnostic ExplainSyntax(ReferenceProblem problem, SourceSpan where) => problem.Code switch
    {
        ProblemCodes.NotClosed => ParseDiagnostics.ReferenceNotClosed(problem, where),
        ProblemCodes.StrayBrace => ParseDiagnostics.BibTexStrayBrace(problem, where),
        ProblemCodes.MissingComma => ParseDiagnostics.BibTexMissingComma(problem, where),
        ProblemCodes.ValueWithoutBraces => ParseDiagnostics.BibTexValueWithoutBraces(problem, where),
        ProblemCodes.UndefinedString => ParseDiagnostics.BibTexUndefinedString(problem, where),
        ProblemCodes.StringsTooLong => ParseDiagnostics.BibTexStringsTooLong(problem, where),
        ProblemCodes.DuplicateField => ParseDiagnostics.BibTexDuplicateField(problem, where),
        ProblemCodes.ParentNotFound => ParseDiagnostics.BibTexParentNotFound(problem, where),
        ProblemCodes.UnknownCommand => ParseDiagnostics.BibTexUnknownCommand(problem, where),
        ProblemCodes.NamesNotSeparated => ParseDiagnostics.BibTexNamesNotSeparated(problem, where),
        ProblemCodes.RisKeyMade => ParseDiagnostics.RisKeyMade(problem, where),
        ProblemCodes.RisOutsideRecord => ParseDiagnostics.RisOutsideRecord(problem, where),
        _ => ParseDiagnostics.BibTexBadField(problem, where),
    };

    /// <summary>A large library has the same few fields of other programs many times.</summary>
    private string? FindNearestField(string field)
    {
        if (!_nearestFields.TryGetValue(field, out var nearest))
        {
            _nearestFields[field] = nearest = Nearest.Find(field, BibTexReader.Fields);
        }

        return nearest;
    }
}
