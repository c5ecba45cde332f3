using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace StaticSite.Preview.Desk;

/// <summary>What the dialog sends.</summary>
internal sealed record ArticleWish(string? Id, Dictionary<string, string>? Titles);

internal sealed record IdOffer(string Id);

internal sealed record MadeArticle(string Id, ImmutableArray<DeskFile> Files);

/// <summary>The dialog "New article". Making one demands the token that the desk's page carries, and a page of this server.</summary>
internal sealed class DeskArticles(IDeskSource source, DeskOptions options)
{
    public const string TokenHeader = "X-Desk-Token";

    private const long LargestRequest = 64 * 1024;
    private const int LongestTitle = 500;

    private static readonly Refusal s_notAllowed = new("This page may not make articles.", "Load the desk again.");
    private static readonly Refusal s_notUnderstood = new("The request was not understood.", "Load the desk again.");
    private static readonly Refusal s_noTitle = new("An article needs a title.", "Type one, in whichever language it is written first.");

    /// <summary>An id for the titles that the query has, by language.</summary>
    public Task Offer(HttpContext context)
    {
        var titles = TitlesOf(context.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString()));
        return DeskResponse.SendJson(context, new IdOffer(titles.Count == 0 ? "" : options.Articles.OfferId(titles)), DeskJson.Plain.IdOffer);
    }

    public async Task Create(HttpContext context)
    {
        if (!SameOrigin.Allows(context.Request) || !HasToken(context.Request))
        {
            await DeskResponse.Refuse(context, StatusCodes.Status403Forbidden, s_notAllowed);
            return;
        }

        var (wish, status) = await Read(context);
        if (wish is null)
        {
            await DeskResponse.Refuse(context, status, s_notUnderstood);
            return;
        }

        var titles = TitlesOf(wish.Titles ?? []);
        var made = titles.Count == 0
            ? new NewArticleResult(null, [], s_noTitle)
            : options.Articles.Create(new(string.IsNullOrWhiteSpace(wish.Id) ? null : wish.Id.Trim(), titles));
        await Answer(context, made);
    }

    private static Task Answer(HttpContext context, NewArticleResult made)
    {
        if (made.Refusal is { } refusal)
        {
            return DeskResponse.Refuse(context, StatusCodes.Status422UnprocessableEntity, refusal);
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        return DeskResponse.SendJson(context, new MadeArticle(made.Id!, made.Files), DeskJson.Plain.MadeArticle);
    }

    /// <summary>Those in a language of the site.</summary>
    private Dictionary<string, string> TitlesOf(Dictionary<string, string> given) => source.Current.Site.Settings.Languages
        .Select(info => (info.Language.Code, Title: given.GetValueOrDefault(info.Language.Code)?.Trim() ?? ""))
        .Where(one => one.Title.Length is > 0 and <= LongestTitle)
        .ToDictionary(one => one.Code, one => one.Title);

    private bool HasToken(HttpRequest request) =>
        request.Headers[TokenHeader] is [{ } given] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(options.Token));

    private static async Task<(ArticleWish? Wish, int Status)> Read(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestRequest;
        }

        try
        {
            return (await JsonSerializer.DeserializeAsync(context.Request.Body, DeskJson.Plain.ArticleWish, context.RequestAborted), StatusCodes.Status400BadRequest);
        }
        catch (JsonException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException error)
        {
            return (null, error.StatusCode);
        }
    }
}
