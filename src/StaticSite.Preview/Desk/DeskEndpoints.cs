using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>All addresses of the desk. The application must have called <c>UseWebSockets</c>.</summary>
internal sealed class DeskEndpoints
{
    public const string Prefix = PreviewAddresses.Desk;

    private readonly IDeskSource _source;
    private readonly DeskOptions _options;
    private readonly DeskTables _tables;
    private readonly DeskFiles _files = new();

    private DeskEndpoints(IDeskSource source, DeskOptions options)
    {
        (_source, _options) = (source, options);
        _tables = new(source, options.EditorLink);
    }

    public static void Map(IEndpointRouteBuilder routes, IDeskSource source, DeskOptions options)
    {
        var desk = new DeskEndpoints(source, options);
        var articles = new DeskArticles(source, options);
        routes.MapGet(Prefix, desk.SendDesk);
        routes.MapGet(Prefix + "files/{name}", context => desk._files.Send(context, Value(context, "name")));
        routes.MapGet(Prefix + "bundles", desk.SendBundles);
        routes.MapGet(Prefix + "bundles/{id}", desk.SendDetail);
        routes.MapGet(Prefix + "changes", new DeskChanges(source, desk._tables).Serve);
        routes.MapGet(Prefix + "pair/{id}", context => DeskFiles.SendPage(context, "pair.html", options.Token));
        routes.MapGet(Prefix + "pair/{id}/data", desk.SendPair);
        routes.MapGet(Prefix + "articles/id", articles.Offer);
        routes.MapPost(Prefix + "articles", articles.Create);
    }

    private Task SendDesk(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith('/'))
        {
            return DeskFiles.SendPage(context, "desk.html", _options.Token);
        }

        context.Response.Redirect(Prefix);
        return Task.CompletedTask;
    }

    private Task SendBundles(HttpContext context)
    {
        var table = _tables.Current();
        return DeskResponse.Send(context, "application/json; charset=utf-8", table.Whole(), table.Tag);
    }

    private Task SendDetail(HttpContext context)
    {
        var site = _source.Current;
        return FindBundle(site, context) is { } bundle
            ? DeskResponse.SendJson(context, new DeskFindings(site, _options.EditorLink).DetailOf(bundle), DeskJson.Plain.DeskDetail)
            : RefuseUnknown(context);
    }

    private Task SendPair(HttpContext context)
    {
        var site = _source.Current;
        if (FindBundle(site, context) is not { } bundle)
        {
            return RefuseUnknown(context);
        }

        var query = context.Request.Query;
        var pair = new PairReader(site, _options.EditorLink).Read(bundle, query["left"], query["right"]);
        return DeskResponse.SendJson(context, pair with { Tag = _tables.TagOf(site.Revision) }, DeskJson.Plain.PairDocument);
    }

    private static ParsedBundle? FindBundle(DeskSite site, HttpContext context)
    {
        var id = Value(context, "id");
        return site.Site.Bundles.FirstOrDefault(bundle => bundle.Id.Value == id);
    }

    private static Task RefuseUnknown(HttpContext context) =>
        DeskResponse.Refuse(context, StatusCodes.Status404NotFound, new($"No bundle is named '{Value(context, "id")}'.", null));

    private static string Value(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;
}
