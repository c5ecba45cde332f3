using StaticSite.Model;
using StaticSite.Parse.Syntax;

namespace StaticSite.Parse.Html;

/// <summary>Judges one attribute that an author wrote, in raw HTML or in an attribute list.</summary>
internal static class AttributeFilter
{
    /// <summary>False, and reported, where the attribute must not reach the page.</summary>
    public static bool Accepts(PageBuilder page, string element, string name, string value, SourceSpan where)
    {
        var isValid = name != "id" || (value.Length > 0 && !value.AsSpan().ContainsAny(" \t\n\f\r") && !page.IsFragment);
        if (!isValid || !AllowList.IsAttribute(element, name))
        {
            page.Report(ParseDiagnostics.AttributeRemoved(element, name, where));
            return false;
        }

        if (AllowList.IsUrlAttribute(name) && AllowList.Judge(value) == UrlKind.Refused)
        {
            page.Report(ParseDiagnostics.LinkRefused(value, where));
            return false;
        }

        return true;
    }
}
