namespace Repository.Web.Site.Listing;

/// <summary>A search form.</summary>
/// <param name="Action">The list that is searched.</param>
/// <param name="Label">What the box asks.</param>
internal sealed record SeekModel(string Action, string Label)
{
    public string Id { get; init; } = "q";

    public string? Typed { get; init; }

    /// <summary>What else was chosen stays chosen.</summary>
    public IEnumerable<KeyValuePair<string, string>> Hidden { get; init; } = [];

    public bool IsBig { get; init; }

    /// <summary>On a dark band the button is the bright one.</summary>
    public bool IsOnBand { get; init; }
}
