namespace Repository.Web.Media.Renditions.Commands;

/// <summary>A place in a picture, as fractions of its width and height from the left and from the top.</summary>
internal readonly record struct Place(double X, double Y)
{
    public static readonly Place Centre = new(0.5, 0.5);
}

/// <summary>What is cut away at each side, as fractions from that side.</summary>
internal readonly record struct Trim(double Left, double Top, double Right, double Bottom);
