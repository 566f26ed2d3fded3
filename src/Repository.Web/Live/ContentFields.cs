using Repository.Core.Indexing;

namespace Repository.Web.Live;

/// <summary>The fields of the search index. The first four are Umbraco's four tiers of relevance; who shows whom is <see cref="IndexFields.Shows"/>, what is not read yet <see cref="IndexFields.Awaits"/>.</summary>
internal static class ContentFields
{
    public const string Title = "title";
    public const string Summary = "summary";
    public const string Body = "body";
    public const string Other = "other";

    /// <summary>The words of files: in a field of their own, for a long book would drown whatever else an item says.</summary>
    public const string Files = IndexFields.Files;

    public static readonly string[] Tiers = [Title, Summary, Body, Other, Files];

    /// <summary>Titles, local names, short forms: as they are written, none of their words left out or cut. For what is typed with an error or not to the end.</summary>
    public const string Name = "name";

    /// <summary>Each name as a whole.</summary>
    public const string WholeName = "wholeName";

    /// <summary>The culture of an item that varies; empty for one that does not.</summary>
    public const string Culture = "culture";
}
