namespace Repository.Web.Media.Renditions.Commands;

/// <summary>What happens to a picture whose sides do not fit those asked for.</summary>
internal enum ResizeMode
{
    /// <summary>Fill the box and cut what stands out.</summary>
    Crop,

    /// <summary>Fit inside and add bars.</summary>
    Pad,

    /// <summary>As <see cref="Pad"/>, but nothing is enlarged.</summary>
    BoxPad,

    /// <summary>Fit inside.</summary>
    Max,

    /// <summary>One side reaches the box, the other stands out; nothing is enlarged.</summary>
    Min,

    /// <summary>The box exactly, whatever becomes of the picture.</summary>
    Stretch,
}
