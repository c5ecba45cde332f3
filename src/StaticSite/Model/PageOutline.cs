namespace StaticSite.Model;

/// <summary>What lists, feeds and other pages may show of a published page: all of it but its text.</summary>
/// <param name="IsInSitemap">Whether search engines are told of it.</param>
public sealed record PageOutline(PageSummary Summary, PageMeta Meta, bool IsInSitemap)
{
    public PageId Id => Summary.Id;
}
