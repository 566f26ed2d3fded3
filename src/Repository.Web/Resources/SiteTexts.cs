namespace Repository.Web.Resources;

/// <summary>The words of the public site: <c>SiteTexts.resx</c> has those of es-MX, <c>SiteTexts.en.resx</c> the English ones.</summary>
internal sealed class SiteTexts;
