namespace Repository.Web.Resources;

/// <summary>The words of the editor's desk: <c>DeskTexts.resx</c> has those of es-MX.</summary>
internal sealed class DeskTexts;
