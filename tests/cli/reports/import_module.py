import maht
