namespace StaticSite.Citations.Csl.Locales;

internal enum Gender : byte { Neuter, Masculine, Feminine }

internal enum OrdinalMatch : byte { LastDigit, LastTwoDigits, WholeNumber }

/// <summary>One term of a locale in one form.</summary>
internal sealed record Term(string Single, string Multiple)
{
    public Gender Gender { get; init; }
    public Gender GenderForm { get; init; }
    public OrdinalMatch? Match { get; init; }

    public string Text(bool plural) => plural ? Multiple : Single;
}

/// <summary>The forms of one term.</summary>
internal sealed class TermForms
{
    private const int Genders = 3;

    private readonly Term?[] _terms = new Term?[(int)(Style.TermForm.Symbol + 1) * Genders];

    public Term? Find(Style.TermForm form, Gender gender = Gender.Neuter) => _terms[((int)form * Genders) + (int)gender];

    /// <summary>The last one counts.</summary>
    public void Set(Style.TermForm form, Term term) => _terms[((int)form * Genders) + (int)term.GenderForm] = term;

    public void AddMissing(TermForms? others)
    {
        for (var i = 0; others is not null && i < _terms.Length; i++)
        {
            _terms[i] ??= others._terms[i];
        }
    }
}
