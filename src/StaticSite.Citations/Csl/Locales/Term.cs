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

internal readonly record struct TermKey(string Name, Style.TermForm Form, Gender GenderForm = Gender.Neuter);
