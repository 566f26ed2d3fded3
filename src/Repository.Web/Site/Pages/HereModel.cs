using Repository.Web.Site.Listing;
using Repository.Web.Site.Reading;

namespace Repository.Web.Site.Pages;

/// <summary>What a page says of the municipality the visitor chose.</summary>
/// <param name="Written">What was written in the address.</param>
/// <param name="Municipality">Null when that is none.</param>
/// <param name="Change">Where another one is chosen.</param>
/// <param name="Remove">The same page without one.</param>
internal sealed record HereModel(string Written, Municipality? Municipality, string Address, string Change, string Remove)
{
    public bool IsOnMap => Municipality?.Point is not null;

    public static HereModel Of(ChosenMunicipality chosen, ListingAddress asked, SiteReader reader)
    {
        var without = asked.Less(ChosenMunicipality.Parameter);
        return new HereModel(chosen.Written, chosen.Municipality, chosen.Municipality is { } own ? reader.Carry(own.Item.Path) : "", MyMunicipalityPage.AddressOf(reader, without.ToString()), without.ToString());
    }
}
