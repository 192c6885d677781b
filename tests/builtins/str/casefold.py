print('Straße ΣΑΣ'.casefold(), 'ABC'.casefold(), 'ﬁ'.casefold())  # expect: strasse σασ abc fi
