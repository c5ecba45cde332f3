using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>schema.org data as one JSON-LD graph per page. The encoder escapes &lt;, &gt; and &amp;, so that no text can end the script element.</summary>
internal static class JsonLd
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>A Markdown page: MedicalWebPage whose mainEntity is an Article, breadcrumb, organization.</summary>
    public static string ForPage(LinkedSite site, LinkedPage page, ImmutableArray<LinkView> breadcrumb) => Graph(json =>
    {
        var url = AbsoluteUrl.Of(site, page.Url);
        WriteWebPage(json, site, page, url);
        WriteBreadcrumb(json, site, url, breadcrumb);
        WriteOrganization(json, site, page.Page.Id.Language);
    });

    /// <summary>A list: CollectionPage, breadcrumb, organization.</summary>
    public static string ForList(LinkedSite site, Language language, string title, SiteUrl address, ImmutableArray<LinkView> breadcrumb) => Graph(json =>
    {
        var url = AbsoluteUrl.Of(site, address);
        json.WriteStartObject();
        json.WriteString("@type", "CollectionPage");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", title);
        json.WriteString("inLanguage", site.Settings.Info(language).Tag);
        WriteReference(json, "publisher", OrganizationId(site));
        WriteReference(json, "breadcrumb", url + "#breadcrumb");
        json.WriteEndObject();
        WriteBreadcrumb(json, site, url, breadcrumb);
        WriteOrganization(json, site, language);
    });

    /// <summary>A home: WebSite and organization.</summary>
    public static string ForHome(LinkedSite site, Language language) => Graph(json =>
    {
        var url = AbsoluteUrl.Of(site, SiteAddresses.Home(language));
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", site.Settings.Title.Find(language));
        json.WriteString("description", site.Settings.Tagline?.Find(language));
        json.WriteString("inLanguage", site.Settings.Info(language).Tag);
        WriteReference(json, "publisher", OrganizationId(site));
        json.WriteEndObject();
        WriteOrganization(json, site, language);
    });

    private static string Graph(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org");
            json.WriteStartArray("@graph");
            write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteWebPage(Utf8JsonWriter json, LinkedSite site, LinkedPage page, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type", "MedicalWebPage");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", page.Meta.Title);
        json.WriteString("description", page.Meta.Description);
        json.WriteString("inLanguage", site.Settings.Info(page.Page.Id.Language).Tag);
        WriteReference(json, "publisher", OrganizationId(site));
        WriteReference(json, "breadcrumb", url + "#breadcrumb");
        if (page.Meta.Reviewed is { } reviewed)
        {
            json.WriteString("lastReviewed", Day(reviewed));
        }

        if (page.Meta.ReviewedBy.Length > 0)
        {
            WritePeople(json, site, "reviewedBy", page.Meta.ReviewedBy, page.Page.Id.Language);
        }

        if (page.Page.Kind == BundleKind.Article)
        {
            WriteArticle(json, site, page, url);
        }

        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, LinkedSite site, LinkedPage page, string url)
    {
        var language = page.Page.Id.Language;
        json.WriteStartObject("mainEntity");
        json.WriteString("@type", "Article");
        json.WriteString("@id", url + "#article");
        json.WriteString("headline", page.Meta.Title);
        json.WriteString("description", page.Meta.Description);
        json.WriteString("inLanguage", site.Settings.Info(language).Tag);
        if (page.Meta.Date is { } date)
        {
            json.WriteString("datePublished", Dates.Iso(date));
            json.WriteString("dateModified", Dates.Iso(page.Meta.Updated ?? date));
        }

        if (page.Meta.Authors.Length > 0)
        {
            WritePeople(json, site, "author", page.Meta.Authors, language);
        }

        WriteReference(json, "publisher", OrganizationId(site));
        if (page.Cover is { File: AssetFile, Url: { } cover })
        {
            json.WriteString("image", AbsoluteUrl.Of(site, cover));
        }

        WriteAbout(json, site, page, language);
        WriteTranslations(json, site, page);
        WriteCitations(json, page.References);
        json.WriteEndObject();
    }

    private static void WriteAbout(Utf8JsonWriter json, LinkedSite site, LinkedPage page, Language language)
    {
        var names = page.Meta.Tags.Select(tag => Terms.Name(site, TermKind.Tag, tag, language)).ToList();
        if (page.Meta.Category is { } category)
        {
            names.Insert(0, Terms.Name(site, TermKind.Category, category, language));
        }

        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray("about");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("@type", "Thing");
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTranslations(Utf8JsonWriter json, LinkedSite site, LinkedPage page)
    {
        var language = page.Page.Id.Language;
        if (language != page.Meta.SourceLanguage)
        {
            if (page.Alternates.FirstOrDefault(alternate => alternate.Language.Language == page.Meta.SourceLanguage) is { } source)
            {
                WriteReference(json, "translationOfWork", AbsoluteUrl.Of(site, source.Url) + "#article");
            }

            return;
        }

        var translations = page.Alternates.Where(alternate => alternate.Language.Language != language).ToArray();
        if (translations.Length == 0)
        {
            return;
        }

        json.WriteStartArray("workTranslation");
        foreach (var translation in translations)
        {
            json.WriteStartObject();
            json.WriteString("@id", AbsoluteUrl.Of(site, translation.Url) + "#article");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCitations(Utf8JsonWriter json, ImmutableArray<ReferenceListEntry> references)
    {
        if (references.Length == 0)
        {
            return;
        }

        json.WriteStartArray("citation");
        foreach (var item in references.Select(entry => entry.Item))
        {
            WriteCitedWork(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteCitedWork(Utf8JsonWriter json, Item item)
    {
        json.WriteStartObject();
        json.WriteString("@type", item.Type.StartsWith("article", StringComparison.Ordinal) ? "ScholarlyArticle" : item.Type == "book" ? "Book" : "CreativeWork");
        json.WriteString("name", item.Field("title") ?? item.PlainText ?? item.Id);
        if (item.Names.TryGetValue("author", out var authors))
        {
            json.WriteStartArray("author");
            foreach (var name in authors)
            {
                json.WriteStartObject();
                json.WriteString("@type", name.Literal is null ? "Person" : "Organization");
                json.WriteString("name", CitedWork.FullName(name));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (item.Dates.TryGetValue("issued", out var issued) && issued.Year is { } year)
        {
            json.WriteString("datePublished", year.ToString("0000", CultureInfo.InvariantCulture));
        }

        if (item.Field("container-title") is { } container)
        {
            json.WriteStartObject("isPartOf");
            json.WriteString("@type", item.Type == "article-journal" ? "Periodical" : "CreativeWork");
            json.WriteString("name", container);
            json.WriteEndObject();
        }

        if (Identifiers.FindAddress(item) is { } link)
        {
            json.WriteString("url", link);
        }

        json.WriteEndObject();
    }

    private static void WritePeople(Utf8JsonWriter json, LinkedSite site, string property, ImmutableArray<string> people, Language language)
    {
        json.WriteStartArray(property);
        foreach (var id in people)
        {
            var person = site.Data.People.GetValueOrDefault(id);
            json.WriteStartObject();
            json.WriteString("@type", person?.Kind == PersonKind.Organization ? "Organization" : "Person");
            json.WriteString("name", People.Name(site, id, language));
            if (site.Terms.FirstOrDefault(term => term.Kind == TermKind.Person && term.Id == id && term.Language == language) is { } own)
            {
                json.WriteString("url", AbsoluteUrl.Of(site, own.Url));
            }

            if (person?.Orcid is { } orcid)
            {
                json.WriteString("sameAs", "https://orcid.org/" + orcid);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBreadcrumb(Utf8JsonWriter json, LinkedSite site, string url, ImmutableArray<LinkView> breadcrumb)
    {
        json.WriteStartObject();
        json.WriteString("@type", "BreadcrumbList");
        json.WriteString("@id", url + "#breadcrumb");
        json.WriteStartArray("itemListElement");
        for (var i = 0; i < breadcrumb.Length; i++)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", i + 1);
            json.WriteString("name", breadcrumb[i].Title);
            json.WriteString("item", site.Settings.BaseUrl.GetLeftPart(UriPartial.Authority) + breadcrumb[i].Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOrganization(Utf8JsonWriter json, LinkedSite site, Language language)
    {
        var publisher = site.Settings.Publisher;
        json.WriteStartObject();
        json.WriteString("@type", "Organization");
        json.WriteString("@id", OrganizationId(site));
        json.WriteString("name", publisher.Name.Find(language));
        json.WriteString("url", AbsoluteUrl.Of(site, SiteAddresses.Root));
        if (publisher.Address?.Find(language) is { } address)
        {
            json.WriteString("address", address);
        }

        if (publisher.Phone is { } phone)
        {
            json.WriteString("telephone", phone);
        }

        if (publisher.Email is { } email)
        {
            json.WriteString("email", email);
        }

        json.WriteEndObject();
    }

    private static void WriteReference(Utf8JsonWriter json, string property, string id)
    {
        json.WriteStartObject(property);
        json.WriteString("@id", id);
        json.WriteEndObject();
    }

    private static string OrganizationId(LinkedSite site) => AbsoluteUrl.Of(site, SiteAddresses.Root) + "#organization";

    private static string Day(PublicationDate date) => date.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
