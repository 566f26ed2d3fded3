namespace Repository.Web.Site.Rendering;

/// <summary>Where programs hear of what is new on a page.</summary>
internal sealed record FeedLink(string Title, string Address);
