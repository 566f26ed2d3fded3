using Microsoft.Extensions.Localization;
using Repository.Core.Schema;

namespace Repository.Web.Site.Reading;

/// <summary>What a kind of content is called on the site: by our own words, or, for a type we have none for, by the schema's.</summary>
internal static class TypeNames
{
    public static string One(ContentType type, IStringLocalizer texts) => Named(texts[$"Type.{type.Alias}.One"], type.Name);

    public static string Many(string alias, string fallback, IStringLocalizer texts) => Named(texts[$"Type.{alias}.Many"], fallback);

    private static string Named(LocalizedString text, string fallback) => text.ResourceNotFound ? fallback : text.Value;
}

/// <summary>A kind of content by its drawing and its name.</summary>
internal sealed record KindModel(string Icon, string Name)
{
    private const string AnyIcon = "sheet";

    /// <summary>Types that have no drawing of their own share that of their nearest relative.</summary>
    private static readonly Dictionary<string, string> Icons = new(StringComparer.Ordinal)
    {
        ["practice"] = "practice",
        ["replication"] = "practice",
        ["outreachMaterial"] = "outreachMaterial",
        ["campaign"] = "outreachMaterial",
        ["sentenceInfographic"] = "sentenceInfographic",
        ["actionPlan"] = "actionPlan",
        ["commitment"] = "actionPlan",
        ["activity"] = "actionPlan",
        ["stateExercise"] = "actionPlan",
        ["municipality"] = "municipality",
        ["actor"] = "actor",
        ["programme"] = "programme",
        ["programmeNode"] = "programme",
        ["glossaryTerm"] = "glossaryTerm",
        ["term"] = "glossaryTerm",
        ["vocabulary"] = "glossaryTerm",
        ["call"] = "call",
        ["recognition"] = "recognition",
        ["dataset"] = "dataset",
        ["document"] = "document",
        ["newsItem"] = "newsItem",
    };

    public static KindModel Of(ContentType type, IStringLocalizer texts) => new(Icons.GetValueOrDefault(type.Alias, AnyIcon), TypeNames.One(type, texts));
}
