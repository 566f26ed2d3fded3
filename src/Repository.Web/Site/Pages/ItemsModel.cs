using Repository.Web.Site.Listing;

namespace Repository.Web.Site.Pages;

/// <summary>A section that shows items.</summary>
/// <param name="Id">The anchor of the section.</param>
/// <param name="Heading">The key of its heading.</param>
internal sealed record ItemsModel(string Id, string Heading, IReadOnlyList<ListedItem> Items)
{
    /// <summary>How many there are besides.</summary>
    public int More { get; init; }

    /// <summary>What is said where there are none; without it the section is left out.</summary>
    public string? Empty { get; init; }

    /// <summary>Where all of them are.</summary>
    public string? Address { get; init; }

    public string AddressText { get; init; } = "Record.All";
}
