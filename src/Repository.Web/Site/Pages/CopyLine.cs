namespace Repository.Web.Site.Pages;

/// <summary>A text to be taken along as it stands.</summary>
internal sealed record CopyLine(string Id, string Label, string Text)
{
    public bool IsCode { get; init; }
}
