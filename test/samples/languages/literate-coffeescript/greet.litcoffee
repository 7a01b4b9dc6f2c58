A greeting for everybody.

    # remark (in Catalan
    greet = (name) ->
      if name
        "quoted (Hola #{name}"
      else
        'quoted ('

It is said once.

    console.log greet 'Pol'
