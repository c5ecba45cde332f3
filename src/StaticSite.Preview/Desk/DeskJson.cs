using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StaticSite.Check;
using StaticSite.Model;

namespace StaticSite.Preview.Desk;

/// <summary>What the desk sends and takes.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(DeskHead))]
[JsonSerializable(typeof(DeskRow))]
[JsonSerializable(typeof(DeskDetail))]
[JsonSerializable(typeof(PairDocument))]
[JsonSerializable(typeof(ArticleWish))]
[JsonSerializable(typeof(IdOffer))]
[JsonSerializable(typeof(MadeArticle))]
[JsonSerializable(typeof(Refusal))]
internal sealed partial class DeskJson : JsonSerializerContext
{
    /// <summary>Names as JavaScript writes them; what is null is left out. Chinese stays as it is: this JSON is never set into a page.</summary>
    public static DeskJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new CamelCaseEnum<PageState>(),
            new CamelCaseEnum<BundleKind>(),
            new CamelCaseEnum<Severity>(),
            new CamelCaseEnum<TranslationStatus>(),
            new CamelCaseEnum<SectionChangeKind>(),
            new CamelCaseEnum<DiffKind>(),
        },
    });
}

internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
