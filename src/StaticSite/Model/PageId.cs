namespace StaticSite.Model;

/// <summary>The folder name of one article or page; unique in the whole site, shared by its translations.</summary>
public readonly record struct BundleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>One language version of one bundle.</summary>
public readonly record struct PageId(BundleId Bundle, Language Language)
{
    public override string ToString() => $"{Bundle}/{Language}";
}

/// <summary>An article is dated and stands under input/articles; a page is not, and stands under input/pages.</summary>
public enum BundleKind
{
    Article,
    Page,
}
