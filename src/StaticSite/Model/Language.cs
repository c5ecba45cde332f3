namespace StaticSite.Model;

/// <summary>A language of the site, by its code in site.yml and in addresses (<c>zh</c>, <c>en</c>).</summary>
public readonly record struct Language(string Code)
{
    public override string ToString() => Code;
}

/// <summary>One entry of <c>languages</c> in site.yml: code, BCP 47 tag and the language's own name.</summary>
public sealed record LanguageInfo(Language Language, string Tag, string Name);
