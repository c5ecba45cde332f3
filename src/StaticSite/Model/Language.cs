namespace StaticSite.Model;

/// <summary>A language of the site, by its code in site.yml and in addresses (<c>zh</c>, <c>en</c>).</summary>
/// <remarks>A class, as <see cref="SiteUrl"/> is: collections of structs are compiled anew at each start, a fifth of all that is.</remarks>
public sealed record Language(string Code)
{
    public override string ToString() => Code;
}

/// <summary>One entry of <c>languages</c> in site.yml: code, BCP 47 tag and the language's own name.</summary>
public sealed record LanguageInfo(Language Language, string Tag, string Name);
