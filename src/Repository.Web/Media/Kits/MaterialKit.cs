using System.Collections.Immutable;
using Repository.Core.Outreach;

namespace Repository.Web.Media.Kits;

/// <summary>What a page shows of a material's kit. Addresses are those of this site, without it in front; they change with what they give, so that they may be kept.</summary>
/// <param name="Zip">The whole kit.</param>
/// <param name="Pictures">Empty for a material that has none, such as a recording without a cover.</param>
internal sealed record MaterialKit(Guid Key, string Title, CreditLine Credit, KitDownload Zip, ImmutableArray<KitPicture> Pictures);

/// <summary>One picture of a material in the forms it is handed out in: the first is the one a page or a link shows.</summary>
/// <param name="Original">The address of the file it is made from.</param>
internal sealed record KitPicture(string Name, string AltText, string Original, ImmutableArray<KitDownload> Downloads)
{
    public KitDownload? this[string key] => Downloads.FirstOrDefault(download => download.Key == key);
}

/// <summary>One file to be had.</summary>
/// <param name="Key"><c>cuadrado</c>, <c>historia</c>, <c>tarjeta</c>, <c>mensajeria</c>, <c>a4</c>, <c>a3</c>, or <c>zip</c>.</param>
/// <param name="Width">Null for what has no pixels.</param>
/// <param name="Bytes">Null until someone has asked for it.</param>
internal sealed record KitDownload(string Key, string Address, string ContentType, int? Width, int? Height, long? Bytes);
