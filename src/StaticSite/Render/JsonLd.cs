using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using StaticSite.Model;
using StaticSite.Render.Views;

namespace StaticSite.Render;

/// <summary>schema.org data as one JSON-LD graph per page. The encoder escapes &lt;, &gt; and &amp;, so that no text can end the script element.</summary>
internal static class JsonLd
{
    // What is written here is checked by tests, not at each of its calls.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_bytes;

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    /// <summary>A Markdown page: MedicalWebPage whose mainEntity is an Article, breadcrumb, organization.</summary>
    public static string ForPage(Frame frame, LinkedPage page, ImmutableArray<LinkView> breadcrumb) => Graph(json =>
    {
        var url = frame.Absolute(page.Url);
        WriteWebPage(json, frame, page, url);
        WriteBreadcrumb(json, frame, url, breadcrumb);
        WriteOrganization(json, frame);
    });

    /// <summary>A list: CollectionPage, breadcrumb, organization.</summary>
    public static string ForList(Frame frame, string title, SiteUrl address, ImmutableArray<LinkView> breadcrumb) => Graph(json =>
    {
        var url = frame.Absolute(address);
        json.WriteStartObject();
        json.WriteString("@type", "CollectionPage");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", title);
        json.WriteString("inLanguage", frame.Language.Tag);
        WriteReference(json, "publisher", OrganizationId(frame));
        WriteReference(json, "breadcrumb", url + "#breadcrumb");
        json.WriteEndObject();
        WriteBreadcrumb(json, frame, url, breadcrumb);
        WriteOrganization(json, frame);
    });

    /// <summary>A home: WebSite and organization.</summary>
    public static string ForHome(Frame frame) => Graph(json =>
    {
        var (url, settings) = (frame.Absolute(SiteAddresses.Home(frame.Code)), frame.Site.Settings);
        json.WriteStartObject();
        json.WriteString("@type", "WebSite");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", settings.Title.Find(frame.Code));
        json.WriteString("description", settings.Tagline?.Find(frame.Code));
        json.WriteString("inLanguage", frame.Language.Tag);
        WriteReference(json, "publisher", OrganizationId(frame));
        json.WriteEndObject();
        WriteOrganization(json, frame);
    });

    /// <summary>Written into memory that is used again for the next page.</summary>
    private static string Graph(Action<Utf8JsonWriter> write)
    {
        var bytes = t_bytes ??= new ArrayBufferWriter<byte>(16 * 1024);
        var json = t_json ??= new Utf8JsonWriter(bytes, Options);
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteStartArray("@graph");
        write(json);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void WriteWebPage(Utf8JsonWriter json, Frame frame, LinkedPage page, string url)
    {
        json.WriteStartObject();
        json.WriteString("@type", "MedicalWebPage");
        json.WriteString("@id", url);
        json.WriteString("url", url);
        json.WriteString("name", page.Meta.Title);
        json.WriteString("description", page.Meta.Description);
        json.WriteString("inLanguage", frame.Language.Tag);
        WriteReference(json, "publisher", OrganizationId(frame));
        WriteReference(json, "breadcrumb", url + "#breadcrumb");
        if (page.Meta.Reviewed is { } reviewed)
        {
            json.WriteString("lastReviewed", Day(reviewed));
        }

        if (page.Meta.ReviewedBy.Length > 0)
        {
            WritePeople(json, frame, "reviewedBy", page.Meta.ReviewedBy);
        }

        if (page.Page.Kind == BundleKind.Article)
        {
            WriteArticle(json, frame, page, url);
        }

        json.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter json, Frame frame, LinkedPage page, string url)
    {
        json.WriteStartObject("mainEntity");
        json.WriteString("@type", "Article");
        json.WriteString("@id", url + "#article");
        json.WriteString("headline", page.Meta.Title);
        json.WriteString("description", page.Meta.Description);
        json.WriteString("inLanguage", frame.Language.Tag);
        if (page.Meta.Date is { } date)
        {
            json.WriteString("datePublished", Dates.Iso(date));
            json.WriteString("dateModified", Dates.Iso(page.Meta.Updated ?? date));
        }

        if (page.Meta.Authors.Length > 0)
        {
            WritePeople(json, frame, "author", page.Meta.Authors);
        }

        WriteReference(json, "publisher", OrganizationId(frame));
        if (page.Cover is { File: AssetFile, Url: { } cover })
        {
            json.WriteString("image", frame.Absolute(cover));
        }

        WriteAbout(json, frame, page);
        WriteTranslations(json, frame, page);
        if (!page.References.IsEmpty)
        {
            json.WritePropertyName("citation");
            CitedWorks.Write(json, page.References);
        }

        json.WriteEndObject();
    }

    private static void WriteAbout(Utf8JsonWriter json, Frame frame, LinkedPage page)
    {
        if (page.Meta is { Category: null, Tags.IsEmpty: true })
        {
            return;
        }

        json.WriteStartArray("about");
        if (page.Meta.Category is { } category)
        {
            WriteThing(json, frame.TermName(TermKind.Category, category));
        }

        foreach (var tag in page.Meta.Tags)
        {
            WriteThing(json, frame.TermName(TermKind.Tag, tag));
        }

        json.WriteEndArray();
    }

    private static void WriteThing(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Thing");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private static void WriteTranslations(Utf8JsonWriter json, Frame frame, LinkedPage page)
    {
        var language = page.Page.Id.Language;
        if (language != page.Meta.SourceLanguage)
        {
            if (page.Alternates.FirstOrDefault(alternate => alternate.Language.Language == page.Meta.SourceLanguage) is { } source)
            {
                WriteReference(json, "translationOfWork", frame.Absolute(source.Url) + "#article");
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
            json.WriteString("@id", frame.Absolute(translation.Url) + "#article");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePeople(Utf8JsonWriter json, Frame frame, string property, ImmutableArray<string> people)
    {
        json.WriteStartArray(property);
        foreach (var id in people)
        {
            var person = frame.Site.Data.People.GetValueOrDefault(id);
            json.WriteStartObject();
            json.WriteString("@type", person?.Kind == PersonKind.Organization ? "Organization" : "Person");
            json.WriteString("name", People.Name(frame.Site, id, frame.Code));
            if (frame.FindTermLink(TermKind.Person, id) is { } own)
            {
                json.WriteString("url", frame.Origin + own.Url);
            }

            if (person?.Orcid is { } orcid)
            {
                json.WriteString("sameAs", "https://orcid.org/" + orcid);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBreadcrumb(Utf8JsonWriter json, Frame frame, string url, ImmutableArray<LinkView> breadcrumb)
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
            json.WriteString("item", frame.Origin + breadcrumb[i].Url);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOrganization(Utf8JsonWriter json, Frame frame)
    {
        var publisher = frame.Site.Settings.Publisher;
        json.WriteStartObject();
        json.WriteString("@type", "Organization");
        json.WriteString("@id", OrganizationId(frame));
        json.WriteString("name", publisher.Name.Find(frame.Code));
        json.WriteString("url", frame.Absolute(SiteAddresses.Root));
        if (publisher.Address?.Find(frame.Code) is { } address)
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

    private static string OrganizationId(Frame frame) => frame.Absolute(SiteAddresses.Root) + "#organization";

    private static string Day(PublicationDate date) => date.Instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
